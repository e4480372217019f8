#include "models/catalogs/folderreader.h"

#include "models/catalogs/filenote.h"
#include "models/security/ed25519.h"
#include "models/catalogs/folder.h"
#include "models/catalogs/foldertext.h"
#include "models/catalogs/sniff.h"
#include "models/formats/format.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace meshscope {

namespace {

constexpr qint64 bytesInTheAir = 48 << 20; ///< of files read and not yet handed on
constexpr qint64 largeFile = 1 << 20;      ///< its bytes are handed on while it is parsed
constexpr qint64 costlyFile = 4 << 20;     ///< looked through before it is parsed

/// What came of one file, or of its bytes alone.
struct Item {
    enum class What : quint8 { Bytes, Read, Unchanged, Unparsed, NotOurs, Gone, Unopened, TooLarge };
    What what = What::NotOurs;
    size_t file = 0;
    QByteArray bytes;
    FileNote note;
    bool noteChanged = false;
    FileRecords read;
    bool isCut = false; ///< parsed only up to a fault
    Issue issue;
    qint64 weight = 0;
};

/// Hands items from the readers to the caller, and holds readers back while too many bytes wait.
class Belt {
public:
    void put(Item item)
    {
        const std::lock_guard lock(m_mutex);
        m_items.push_back(std::move(item));
        m_filled.notify_one();
    }
    /// Waits until `bytes` more may be read; a file larger than all that is allowed goes alone. False: stop.
    bool claim(qint64 bytes)
    {
        std::unique_lock lock(m_mutex);
        m_emptied.wait(lock, [&] { return m_stopped || m_weight == 0 || m_weight + bytes <= bytesInTheAir; });
        m_weight += bytes;
        return !m_stopped;
    }
    void release(qint64 bytes)
    {
        const std::lock_guard lock(m_mutex);
        m_weight -= bytes;
        m_emptied.notify_all();
    }
    /// The next items, as many as there are; empty when none came in a while.
    std::deque<Item> take()
    {
        std::unique_lock lock(m_mutex);
        m_filled.wait_for(lock, std::chrono::milliseconds(50), [&] { return !m_items.empty(); });
        return std::exchange(m_items, {});
    }
    void stop()
    {
        const std::lock_guard lock(m_mutex);
        m_stopped = true;
        m_emptied.notify_all();
    }
    [[nodiscard]] bool isStopped() const
    {
        const std::lock_guard lock(m_mutex);
        return m_stopped;
    }

private:
    mutable std::mutex m_mutex;
    std::condition_variable m_filled;
    std::condition_variable m_emptied;
    std::deque<Item> m_items;
    qint64 m_weight = 0;
    bool m_stopped = false;
};

/// The work on one file, in a reader's thread. Knows of the endpoint's past only what it is given.
class FileWork {
public:
    FileWork(const FolderSettings &settings, const QByteArray &reader, Belt &belt)
        : m_settings(settings)
        , m_references(settings.root, settings.fileLimit)
        , m_reader(reader)
        , m_belt(belt)
    {
    }
    Item run(size_t index, const FoundFile &file, const FileNote &known);

private:
    [[nodiscard]] bool sameReferences(const FileNote &known) const;
    void parse(Item &item, const FoundFile &file);

    const FolderSettings &m_settings;
    FolderReferences m_references;
    const QByteArray &m_reader;
    Belt &m_belt;
};

bool FileWork::sameReferences(const FileNote &known) const
{
    for (auto it = known.references.cbegin(); it != known.references.cend(); ++it) {
        const Result<QByteArray> bytes = m_references.readPath(it.key());
        if ((bytes ? sha256(*bytes) : QByteArray()) != it.value())
            return false;
    }
    return true;
}

Item FileWork::run(size_t index, const FoundFile &file, const FileNote &known)
{
    Item item;
    item.file = index;
    const bool sameReader = !known.hash.isEmpty() && known.reader == m_reader && sameReferences(known);
    item.note = known;
    if (sameReader && !file.stamp.isEmpty() && known.stamp == file.stamp) {
        item.what = Item::What::Unchanged;
        return item;
    }
    const auto unopened = [&](const Error &error) {
        item.what = error.code == Error::Code::NotFound ? Item::What::Gone : Item::What::Unopened;
        item.issue = {Issue::Severity::Error, {file.path, 0, 0, {}}, error.text};
        return item;
    };
    const Result<QByteArray> head = readBytes(file.native, file.path, sniffBytes);
    if (!head)
        return unopened(head.error());
    if (!mayBeDocument(*head, file.path))
        return item;
    if (file.size > m_settings.fileLimit) {
        item.what = isCalledDocument(file.path) ? Item::What::TooLarge : Item::What::NotOurs;
        return item;
    }
    item.weight = file.size;
    if (!m_belt.claim(item.weight))
        return item;
    if (file.size <= head->size() && head->size() < sniffBytes) {
        item.bytes = *head;
    } else {
        const Result<QByteArray> bytes = readBytes(file.native, file.path, m_settings.fileLimit + 1);
        if (!bytes)
            return unopened(bytes.error());
        item.bytes = *bytes;
    }
    const QByteArray hash = sha256(item.bytes);
    // Stamped before it was read: what changed since has another stamp, and is read at the next sync.
    item.noteChanged = known.stamp != file.stamp;
    item.note.stamp = file.stamp;
    if (sameReader && known.hash == hash) {
        item.what = Item::What::Unchanged;
        item.bytes.clear();
        return item;
    }
    item.noteChanged = true;
    item.note = {file.stamp, hash, m_reader, 0, {}};
    parse(item, file);
    return item;
}

void FileWork::parse(Item &item, const FoundFile &file)
{
    if (file.size >= costlyFile && !isWorthParsing(item.bytes, file.path))
        return;
    if (file.size >= largeFile) {
        Item bytes;
        bytes.what = Item::What::Bytes;
        bytes.file = item.file;
        bytes.bytes = item.bytes;
        bytes.note.hash = item.note.hash;
        m_belt.put(std::move(bytes));
    }
    ReadContext context;
    context.file = file.path;
    context.languages = m_settings.languages;
    context.options = m_settings.options;
    context.readRelative = [&](const QString &relativeTo, const QString &reference) -> Result<QByteArray> {
        const Result<QString> path = FolderReferences::target(relativeTo, reference);
        if (!path)
            return Failure(path.error());
        Result<QByteArray> bytes = m_references.readPath(*path);
        item.note.references.insert(*path, bytes ? sha256(*bytes) : QByteArray());
        return bytes;
    };
    item.read = readFile(item.bytes, context);
    item.note.documents = item.read.recognised;
    const bool hasError = std::any_of(item.read.records.issues.cbegin(), item.read.records.issues.cend(),
                                      [](const Issue &i) { return i.severity == Issue::Severity::Error; });
    // Only a fault of syntax hides what the file held; that is asked again, as it is seldom.
    item.isCut =
        hasError && parseDocuments(item.bytes, guessSyntax(item.bytes.left(sniffBytes), file.path)).error.has_value();
    if (item.read.recognised > 0)
        item.what = Item::What::Read;
    else
        item.what = item.isCut && isCalledDocument(file.path) ? Item::What::Unparsed : Item::What::NotOurs;
}

/// Keeps what the readers found in step with what the sink is told, and counts.
class Desk {
public:
    Desk(const FolderListing &listing, RecordSink &sink, Belt &belt)
        : m_listing(listing)
        , m_sink(sink)
        , m_belt(belt)
    {
        m_outcome.issues = listing.issues;
        m_unopened = listing.unreadable;
    }
    Result<void> accept(Item item);
    [[nodiscard]] Outcome outcome();

private:
    Result<void> handOn(Item &item, const FoundFile &file);
    Result<void> keepNote(const Item &item, const FoundFile &file);

    const FolderListing &m_listing;
    RecordSink &m_sink;
    Belt &m_belt;
    Outcome m_outcome;
    QStringList m_unopened;
    qint64 m_documents = 0;
    qint64 m_unread = 0;
};

Result<void> Desk::keepNote(const Item &item, const FoundFile &file)
{
    return item.noteChanged ? m_sink.setNote(file.path, item.note.toBytes()) : Result<void>();
}

Result<void> Desk::handOn(Item &item, const FoundFile &file)
{
    switch (item.what) {
    case Item::What::Bytes: return m_sink.original({file.path, item.bytes, item.note.hash});
    case Item::What::Unchanged:
        m_documents += item.note.documents;
        if (const Result<void> done = keepNote(item, file); !done)
            return done;
        return m_sink.unchanged(file.path);
    case Item::What::Read: {
        m_documents += item.read.recognised;
        if (file.size < largeFile) {
            if (const Result<void> done = m_sink.original({file.path, item.bytes, item.note.hash}); !done)
                return done;
        }
        if (const Result<void> done = keepNote(item, file); !done)
            return done;
        const Issues issues = item.isCut ? item.read.records.issues : Issues();
        if (const Result<void> done = m_sink.records(file.path, std::move(item.read.records)); !done)
            return done;
        return item.isCut ? m_sink.stale(file.path, issues) : Result<void>();
    }
    case Item::What::Unparsed:
        if (const Result<void> done = keepNote(item, file); !done)
            return done;
        return m_sink.stale(file.path, item.read.records.issues);
    case Item::What::NotOurs: // remembered, so that it is not parsed again
        if (item.note.hash.isEmpty())
            return {};
        if (const Result<void> done = keepNote(item, file); !done)
            return done;
        return m_sink.records(file.path, {});
    case Item::What::Unopened:
        m_unopened.append(file.path);
        ++m_unread;
        m_outcome.issues.append(item.issue);
        return {};
    case Item::What::TooLarge:
        m_outcome.issues.append(
            {Issue::Severity::Error,
             {file.path, 0, 0, {}},
             FolderText::tr("“%1” is larger than the limit for documents and was not read. Raise it with the "
                            "option files.limit, or name the file in .meshscopeignore.")
                 .arg(file.path)});
        return {};
    case Item::What::Gone: return {};
    }
    return {};
}

Result<void> Desk::accept(Item item)
{
    const Result<void> done = handOn(item, m_listing.files[item.file]);
    m_belt.release(item.weight);
    return done;
}

Outcome Desk::outcome()
{
    m_outcome.expected.insert(QStringLiteral("document"), m_documents + m_unread);
    m_outcome.got.insert(QStringLiteral("document"), m_documents);
    if (!m_unopened.isEmpty()) {
        m_unopened.sort();
        constexpr qsizetype shown = 5;
        QString names = m_unopened.first(qMin(shown, m_unopened.size())).join(QStringLiteral(", "));
        if (m_unopened.size() > shown)
            names = FolderText::tr("%1 and %2 more").arg(names).arg(m_unopened.size() - shown);
        m_outcome.complete = false;
        m_outcome.missing = FolderText::tr("Could not be opened: %1").arg(names);
    }
    std::sort(m_outcome.issues.begin(), m_outcome.issues.end(),
              [](const Issue &a, const Issue &b) { return a.where.file < b.where.file; });
    return std::move(m_outcome);
}

/// Documents read with other options, or by another version, are other documents.
QByteArray readerOf(const FolderSettings &settings)
{
    QStringList keys = settings.options.keys();
    keys.sort();
    QString text = QStringLiteral(MESHSCOPE_VERSION) + u'\n' + settings.languages.join(u',');
    for (const QString &key : std::as_const(keys))
        text += u'\n' + key + u'=' + settings.options.value(key);
    return sha256(text.toUtf8()).left(8);
}

} // namespace

FolderReader::FolderReader(FolderSettings settings, RecordSink &sink, const Progress &progress)
    : m_settings(std::move(settings))
    , m_sink(sink)
    , m_progress(progress)
{
}

Result<Outcome> FolderReader::read(FolderListing listing)
{
    const size_t total = listing.files.size();
    const QByteArray reader = readerOf(m_settings);
    // Asked for here: the sink is for one thread only.
    std::vector<FileNote> known(total);
    for (size_t i = 0; i < total; ++i)
        known[i] = FileNote::fromBytes(m_sink.note(listing.files[i].path));
    std::vector<size_t> order(total);
    for (size_t i = 0; i < total; ++i)
        order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) { // large ones first, to keep all threads busy
        return std::max(listing.files[a].size, largeFile) > std::max(listing.files[b].size, largeFile);
    });

    Belt belt;
    std::atomic<size_t> next = 0;
    const auto work = [&] {
        FileWork files(m_settings, reader, belt);
        for (size_t i = next++; i < total && !belt.isStopped(); i = next++) {
            Item item = files.run(order[i], listing.files[order[i]], known[order[i]]);
            const std::shared_ptr<const void> parsed = std::exchange(item.read.parsed, nullptr);
            belt.put(std::move(item)); // what was read is stored while its tree is taken down here
        }
    };
    std::vector<std::thread> threads;
    for (size_t i = 0; i < std::clamp<size_t>(std::thread::hardware_concurrency(), 1, 8) && i < total; ++i)
        threads.emplace_back(work);

    Desk desk(listing, m_sink, belt);
    Result<void> state;
    size_t done = 0;
    while (done < total && state) {
        for (Item &item : belt.take()) {
            const bool isWhole = item.what != Item::What::Bytes;
            const QString path = listing.files[item.file].path;
            state = desk.accept(std::move(item));
            if (!state)
                break;
            if (isWhole)
                m_progress.report(qint64(++done), qint64(total), path);
        }
        if (state && m_progress.cancelled())
            state = fail(Error::Code::Cancelled, FolderText::tr("Cancelled."));
    }
    belt.stop();
    for (std::thread &thread : threads)
        thread.join();
    if (!state)
        return Failure(state.error());
    return desk.outcome();
}

} // namespace meshscope
