#pragma once

#include "app/cli/output.h"
#include "app/services.h"
#include "models/catalogs/connector.h"

#include <QCommandLineParser>

#include <functional>

namespace meshscope::cli {

/// What every command is given: the common options, the parsed rest, and the workspace when it is asked for.
class Call {
public:
    Call(QCommandLineParser &parser, QString workspacePath)
        : m_parser(parser)
        , m_path(std::move(workspacePath))
    {
    }

    [[nodiscard]] QStringList positional() const { return m_parser.positionalArguments(); }
    [[nodiscard]] bool has(const QString &option) const { return m_parser.isSet(option); }
    [[nodiscard]] QString value(const QString &option) const { return m_parser.value(option); }
    [[nodiscard]] QStringList values(const QString &option) const { return m_parser.values(option); }
    /// A whole number of an option within bounds, or `fallback` when it is not given; Usage otherwise.
    [[nodiscard]] Result<int> number(const QString &option, int fallback, int least, int most) const;
    /// A moment: RFC 3339, or a date meaning its end (`endOfDay`) or start in the person's zone.
    [[nodiscard]] Result<QDateTime> moment(const QString &text, bool endOfDay) const;

    [[nodiscard]] Result<Services *> services(Workspace::Open how = Workspace::Open::MustExist);
    /// The mesh as it is now, or as of a moment; opens the workspace.
    [[nodiscard]] Result<MeshPtr> mesh(const QDateTime &asOf = {});
    /// Progress on a terminal, none in a pipe.
    [[nodiscard]] Progress progress() const;

private:
    QCommandLineParser &m_parser;
    QString m_path;
    std::optional<Services> m_services;
    MeshPtr m_mesh;
};

/// One command: its words, its options, what it does.
struct Command {
    QString name;
    QString synopsis;
    QString description;
    QList<QCommandLineOption> options;
    std::function<Result<Answer>(Call &)> run;
};

/// All commands, in the order help lists them.
[[nodiscard]] const std::vector<Command> &commands();
[[nodiscard]] bool isCommand(const QString &word);
/// Runs `arguments` (program name first) and returns the exit status. `defaultWorkspace` is used without --workspace.
[[nodiscard]] int run(const QStringList &arguments, const QString &defaultWorkspace);
[[nodiscard]] QString helpText();

[[nodiscard]] inline Failure usage(const QString &text, const QString &where = {})
{
    return fail(Error::Code::Usage, text, where);
}

/// The answer of `show` for an access request.
[[nodiscard]] Result<Answer> showRequest(Call &call, const QString &id);

// One function a file of commands; commandline.cpp puts them together.
[[nodiscard]] std::vector<Command> endpointCommands();
[[nodiscard]] std::vector<Command> syncCommands();
[[nodiscard]] std::vector<Command> matchCommands();
[[nodiscard]] std::vector<Command> browseCommands();
[[nodiscard]] std::vector<Command> lineageCommands();
[[nodiscard]] std::vector<Command> healthCommands();
[[nodiscard]] std::vector<Command> requestCommands();
[[nodiscard]] std::vector<Command> exportCommands();

} // namespace meshscope::cli
