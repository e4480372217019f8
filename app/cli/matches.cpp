#include "app/cli/commandline.h"
#include "models/store/matches.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace meshscope::cli {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(meshscope::cli)
};

QJsonArray reasonsJson(const Proposal &proposal)
{
    QJsonArray reasons;
    for (const MatchReason reason : proposal.reasons)
        reasons.append(matchReasonText(reason));
    return reasons;
}

/// What is proposed and what was decided.
Result<Answer> listAnswer(const Workspace &workspace)
{
    const Result<MeshPtr> mesh = workspace.load();
    if (!mesh)
        return Failure(mesh.error());
    const QList<MatchDecision> decided = matchDecisions(workspace);
    QJsonArray proposals;
    QList<QStringList> rows;
    for (const Proposal &proposal : proposeMatches(**mesh, decided)) {
        const QString a = (*mesh)->address(proposal.a).toString();
        const QString b = (*mesh)->address(proposal.b).toString();
        proposals.append(QJsonObject{
            {u"a"_s, a}, {u"b"_s, b}, {u"confidence"_s, proposal.confidence}, {u"reasons"_s, reasonsJson(proposal)}});
        rows.append({Text::tr("%1 %").arg(QLocale().toString(proposal.confidence * 100, 'f', 0)), a, b, proposal.why()});
    }
    QJsonArray decisions;
    for (const MatchDecision &decision : decided) {
        decisions.append(QJsonObject{{u"a"_s, decision.a.toString()},
                                     {u"b"_s, decision.b.toString()},
                                     {u"same"_s, decision.same},
                                     {u"at"_s, timeJson(decision.at)}});
        rows.append({decision.same ? Text::tr("one") : Text::tr("two"), decision.a.toString(), decision.b.toString(), {}});
    }
    return Answer{{{u"proposals"_s, proposals}, {u"decisions"_s, decisions}},
                  rows.isEmpty() ? Text::tr("nothing looks alike enough to ask") : table({}, rows),
                  Done,
                  {}};
}

/// The two things somebody typed, as the mesh calls them.
Result<MatchDecision> decisionOf(const Workspace &workspace, const QStringList &words, bool same)
{
    const Result<MeshPtr> mesh = workspace.load();
    if (!mesh)
        return Failure(mesh.error());
    MatchDecision decision;
    decision.same = same;
    decision.at = QDateTime::currentDateTimeUtc();
    for (Address *address : {&decision.a, &decision.b}) {
        const QString &typed = address == &decision.a ? words.at(1) : words.at(2);
        if (const Result<Address> whole = Address::parse(typed)) { // also one that became an alias
            *address = *whole;
            if ((*mesh)->find(*whole).isValid())
                continue;
        }
        const Result<NodeId> node = (*mesh)->resolve(typed);
        if (!node)
            return Failure(node.error());
        *address = (*mesh)->address(*node);
    }
    if (decision.a.kind != decision.b.kind)
        return fail(Error::Code::Usage,
                    Text::tr("a %1 and a %2 are never one thing").arg(kindWord(decision.a.kind), kindWord(decision.b.kind)));
    if (decision.a == decision.b)
        return fail(Error::Code::Usage, Text::tr("that is one thing already"), decision.a.toString());
    return decision;
}

Result<Answer> matches(Call &call)
{
    const QStringList words = call.positional();
    const QString what = words.value(0, u"list"_s);
    const bool isWord = what == u"confirm" || what == u"refuse" || what == u"undo";
    if ((what != u"list" && !isWord) || words.size() > 3 || (isWord && words.size() != 3) || (!isWord && words.size() > 1))
        return usage(Text::tr("matches takes list, confirm A B, refuse A B or undo A B"));
    const Result<Services *> services = call.services();
    if (!services)
        return Failure(services.error());
    Workspace &workspace = *(*services)->workspace;
    if (isWord) {
        const Result<MatchDecision> decision = decisionOf(workspace, words, what == u"confirm");
        if (!decision)
            return Failure(decision.error());
        const Result<void> done =
            what == u"undo" ? forgetMatches(workspace, {*decision}) : decideMatches(workspace, {*decision});
        if (!done)
            return Failure(done.error());
    }
    return listAnswer(workspace);
}

} // namespace

std::vector<Command> matchCommands()
{
    return {{u"matches"_s,
             u"matches [list | confirm A B | refuse A B | undo A B]"_s,
             Text::tr("what endpoints call differently and may be one thing"),
             {},
             matches}};
}

} // namespace meshscope::cli
