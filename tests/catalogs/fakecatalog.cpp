#include "tests/catalogs/fakecatalog.h"

#include <QDirIterator>
#include <QFile>

using namespace Qt::StringLiterals;

namespace meshscope::test {

FakeCatalog::FakeCatalog(const QString &kind, const QHash<QString, QString> &options, const QByteArray &secret)
    : workspace(std::move(*Workspace::open(dir.filePath(u"test.mesh"_s), Workspace::Open::CreateIfMissing)))
    , server([this](const SeenRequest &request) { return answer(request); })
{
    const Result<EndpointConfig> added = addEndpoint(*workspace, {u"c"_s, kind, server.url().toString(), options}, secret);
    if (added)
        config = *added;
    else
        m_addError = added.error().text;
}

Run FakeCatalog::sync()
{
    m_before = server.seen().size();
    const Result<Run> run = syncEndpoint(*workspace, config, {});
    Run failed;
    failed.state = Run::State::Failed;
    failed.missing = run ? QString() : run.error().text;
    return run.value_or(failed);
}

QList<SeenRequest> FakeCatalog::seen() const
{
    return server.seen().mid(m_before);
}

QStringList FakeCatalog::asked() const
{
    QStringList targets;
    for (const SeenRequest &request : seen())
        targets.append(QString::fromLatin1(request.target));
    return targets;
}

bool FakeCatalog::isStored(const QByteArray &bytes) const
{
    QDirIterator it(dir.path(), QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        QFile file(it.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(bytes))
            return true;
    }
    return false;
}

Script FakeCatalog::answer(const SeenRequest &request)
{
    Script script = scriptFor(request);
    if (request.header("connection").toLower() == "close") // what asks so waits for it
        script.then = Script::Then::Close;
    return script;
}

Script FakeCatalog::scriptFor(const SeenRequest &request)
{
    const QMutexLocker lock(&mutex);
    const QString path = QString::fromLatin1(request.target).section(u'?', 0, 0);
    if (instead) {
        if (std::optional<Script> other = instead(request, path))
            return *other;
    }
    const auto found = answers.constFind(path);
    if (found == answers.cend())
        return Script::answer(404, "{\"error\":{\"message\":\"not here\",\"type\":\"NoSuchThing\",\"code\":404}}",
                              {{"Content-Type", "application/json"}});
    return Script::json(QByteArray(*found).replace('\'', '"'));
}

} // namespace meshscope::test
