#include "app/cli/commandline.h"

#include "app/cli/interrupt.h"

#include <QCoreApplication>
#include <QDateTime>

#include <cstdio>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace meshscope::cli {

namespace {

QList<QCommandLineOption> commonOptions()
{
    return {
        {{u"w"_s, u"workspace"_s}, QCoreApplication::translate("meshscope::cli", "Use this workspace file."), u"file"_s},
        {u"json"_s, QCoreApplication::translate("meshscope::cli", "Answer with one JSON document.")},
        {u"no-progress"_s, QCoreApplication::translate("meshscope::cli", "Show no progress.")},
        {{u"q"_s, u"quiet"_s}, QCoreApplication::translate("meshscope::cli", "Say only what was asked for.")},
        {{u"v"_s, u"verbose"_s}, QCoreApplication::translate("meshscope::cli", "Explain what is done.")},
        {u"demo"_s, QCoreApplication::translate("meshscope::cli", "Use the workspace of the demo mesh.")},
        {u"fresh"_s, QCoreApplication::translate("meshscope::cli", "With --demo: start the demo mesh over.")},
        {{u"h"_s, u"help"_s}, QCoreApplication::translate("meshscope::cli", "Show this help.")},
    };
}

const Command *commandNamed(const QString &name)
{
    for (const Command &command : commands()) {
        if (command.name == name)
            return &command;
    }
    return nullptr;
}

/// Index of the command word; options before it are the common ones.
qsizetype commandIndex(const QStringList &arguments)
{
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        const QString &word = arguments.at(i);
        if (word == u"-w"_s || word == u"--workspace"_s)
            ++i;
        else if (!word.startsWith(u'-'))
            return isCommand(word) ? i : -1;
    }
    return -1;
}

QString commandHelp(const Command &command)
{
    QString text = u"meshscope "_s + command.synopsis + u"\n\n"_s + command.description + u'\n';
    QList<QStringList> rows;
    for (const QList<QCommandLineOption> &options : {command.options, commonOptions()}) {
        for (const QCommandLineOption &option : options) {
            QString names = option.names().last();
            rows.append(
                {u"  --"_s + names + (option.valueName().isEmpty() ? QString() : u" <"_s + option.valueName() + u'>'),
                 option.description()});
        }
    }
    return text + u'\n' + table({}, rows);
}

} // namespace

Result<int> Call::number(const QString &option, int fallback, int least, int most) const
{
    if (!has(option))
        return fallback;
    bool ok = false;
    const int n = value(option).toInt(&ok);
    if (!ok || n < least || n > most)
        return usage(QCoreApplication::translate("meshscope::cli", "--%1 takes a whole number from %2 to %3, not \"%4\"")
                         .arg(option)
                         .arg(least)
                         .arg(most)
                         .arg(value(option)));
    return n;
}

Result<QDateTime> Call::moment(const QString &text, bool endOfDay) const
{
    const QDate day = QDate::fromString(text, Qt::ISODate);
    if (text.size() == 10 && day.isValid())
        return endOfDay ? day.endOfDay() : day.startOfDay();
    const QDateTime at = QDateTime::fromString(text, Qt::ISODate);
    if (!at.isValid())
        return usage(
            QCoreApplication::translate(
                "meshscope::cli", "\"%1\" is no moment: give a date (2026-11-17) or a time (2026-11-17T14:02:00+01:00)")
                .arg(text));
    return at;
}

Result<Services *> Call::services(Workspace::Open how)
{
    if (!m_services) {
        Result<Services> opened = openServices(m_path, how);
        if (!opened)
            return Failure(opened.error());
        m_services = std::move(*opened);
    }
    return &*m_services;
}

Result<MeshPtr> Call::mesh(const QDateTime &asOf)
{
    if (!m_mesh) {
        const Result<Services *> all = services();
        if (!all)
            return Failure(all.error());
        Result<MeshPtr> loaded = (*all)->workspace->load(asOf);
        if (!loaded)
            return loaded;
        m_mesh = *loaded;
    }
    return m_mesh;
}

Progress Call::progress() const
{
    Progress progress;
    progress.cancelled = &Interruption::isAsked;
    if (isatty(STDERR_FILENO) == 0 || has(u"no-progress"_s) || has(u"quiet"_s))
        return progress;
    progress.report = [](qint64 done, qint64 total, const QString &what) {
        const QString share = total > 0 ? QString::number(done * 100 / total) + u" %"_s : QString::number(done);
        std::fprintf(stderr, "\r\033[K%s %s", qPrintable(share), qPrintable(harmless(what).left(60)));
        if (total > 0 && done >= total)
            std::fprintf(stderr, "\r\033[K");
    };
    return progress;
}

const std::vector<Command> &commands()
{
    static const std::vector<Command> all = [] {
        std::vector<Command> list;
        for (const auto &part : {endpointCommands, syncCommands, matchCommands, browseCommands, lineageCommands,
                                 healthCommands, requestCommands, exportCommands}) {
            for (Command &command : part())
                list.push_back(std::move(command));
        }
        return list;
    }();
    return all;
}

bool isCommand(const QString &word)
{
    return commandNamed(word) != nullptr;
}

QString helpText()
{
    QList<QStringList> rows;
    for (const Command &command : commands())
        rows.append({u"  meshscope "_s + command.synopsis, command.description.section(u'\n', 0, 0)});
    return QCoreApplication::translate("meshscope::cli",
                                       "Meshscope explores data meshes. Without a command it opens the window.") +
           u"\n\n"_s +
           table({}, {{u"  meshscope [-w FILE]"_s,
                       QCoreApplication::translate("meshscope::cli", "the window, on the last workspace")},
                      {u"  meshscope --demo [--fresh]"_s,
                       QCoreApplication::translate("meshscope::cli", "the window, on the demo mesh")},
                      {u"  meshscope --demo --shots DIR"_s,
                       QCoreApplication::translate("meshscope::cli", "pictures of every view of the demo mesh")}}) +
           u"\n\n"_s + table({}, rows) + u"\n\n"_s +
           QCoreApplication::translate(
               "meshscope::cli",
               "Every command takes --json, -w FILE, -q, -v and --help. Exit status: 0 done, 1 failed, 2 usage, 3 done in "
               "part.");
}

int run(const QStringList &arguments, const QString &defaultWorkspace)
{
    const bool asJson = arguments.contains(u"--json"_s);
    const qsizetype at = commandIndex(arguments);
    const Command *command = at < 0 ? nullptr : commandNamed(arguments.at(at));
    if (!command)
        return printError({Error::Code::Usage,
                           QCoreApplication::translate("meshscope::cli", "no such command; meshscope --help lists them"),
                           arguments.value(1)},
                          asJson);

    QCommandLineParser parser;
    parser.addOptions(commonOptions());
    parser.addOptions(command->options);
    QStringList rest = arguments;
    rest.removeAt(at);
    if (!parser.parse(rest))
        return printError({Error::Code::Usage,
                           parser.errorText() + u". "_s +
                               QCoreApplication::translate("meshscope::cli", "See meshscope %1 --help").arg(command->name)},
                          asJson);
    if (parser.isSet(u"help"_s)) {
        print({{}, commandHelp(*command), Done, {}}, false);
        return Done;
    }
    Call call(parser, parser.isSet(u"workspace"_s) ? parser.value(u"workspace"_s) : defaultWorkspace);
    Result<Answer> answer = command->run(call);
    if (!answer)
        return printError(answer.error(), asJson);
    print(*answer, asJson);
    return answer->exit;
}

} // namespace meshscope::cli
