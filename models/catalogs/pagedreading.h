#pragma once

#include "models/catalogs/paged.h"

#include <QDateTime>

#include <chrono>

namespace meshscope {

/// One reading of a server from beginning to end: what all vendors' readings share. Lists are read page by page, each page
/// handed over before the next is asked for; what is told of single things is asked for apart, and only where it may have
/// changed. An error of a step ends the run only when it was cancelled or the sink takes no more (`isOver`): all else
/// costs what could not be read, and is told.
class PagedReading {
public:
    PagedReading(const PagedReading &) = delete;
    PagedReading &operator=(const PagedReading &) = delete;

protected:
    PagedReading(HttpClient &client, RecordSink &sink, const Progress &progress);
    ~PagedReading() = default;

    /// Where a list goes on.
    struct Place {
        qint64 offset = 0; ///< items before
        QString cursor;    ///< as the page before gave it; empty for the first
    };
    /// A list of the server.
    struct Listing {
        QString word;        ///< what it counts: "dataset"
        QString title;       ///< as people call it: "datasets of orders"
        QString unit;        ///< name of its first page; those of further ones are made of it
        qint64 size = 100;   ///< of a page
        bool isVital = true; ///< single items the server fails over make the run partial
        QString needs = {};  ///< what a person must be allowed to, said where the server refuses the list
        std::function<HttpRequest(const Place &place, qint64 size)> request = {};
        enum class Verdict : quint8 { Good, Again, Damaged };
        /// What an answer says of itself (errors with status 200). An error is the list's; Again: what `request` makes now
        /// is another one; Damaged: parts of it are missing, so that what was known of that page stays.
        std::function<Result<Verdict>(const Node &root)> verdict = {};
        std::function<const Node &(const Node &root)> items = {};
        std::function<QString(const Node &item)> id = {};                  ///< empty: the item counts for nothing
        std::function<std::optional<qint64>(const Node &root)> total = {}; ///< where the server tells one
        bool countsHidden = false; ///< known of the server: its total also counts what it never lists
        /// What the next page is asked for with; empty: there is none. Without it pages go by offset: the last one is short
        /// of items, or reaches the total.
        std::function<QString(const Node &root)> cursor = {};
        bool isLinked = false; ///< the next page is named by a `Link` field: that address is the cursor
        std::function<Records(const Node &root, const QString &unit)> records =
            {};                                                ///< none: nothing comes of the list itself
        std::function<void(const Node &item)> see = {};        ///< each item, when it is listed first
        std::function<void(const QString &unit)> seeUnit = {}; ///< each page that was handed over
    };
    /// Reads a list until it adds up, or until it comes twice as it is: pages shift when something is added or changed
    /// meanwhile. A list that cannot be read is told of as lacking, and is no error.
    [[nodiscard]] Result<void> list(const Listing &listing);

    /// One of many things the server tells of in an answer of its own.
    struct Thing {
        QString name; ///< as people call it
        QString unit; ///< name of the answer
        QByteArray
            now; ///< what it stands at (version, time of change): as last time, and it is not asked for. Empty: unknown
        QByteArray salt = {}; ///< what its records depend on besides its answer, `Details::salt` and `salt()`
    };
    struct Details {
        QString word;  ///< what they count: "product"
        QString title; ///< as people call them: "products"
        std::function<HttpRequest(qsizetype index)> request = {};
        std::function<Records(qsizetype index, const Node &root, const QString &unit)> records = {};
        QString needs = {};   ///< as of a listing
        bool hasTags = false; ///< the server gives ETags and minds If-None-Match
        bool isVital = true;  ///< what is missing makes the run partial
        /// False: it is no answer to what was asked for. Then what was known stays.
        std::function<bool(const Node &root)> isAnswer = {};
        /// What the record of an answer depends on besides it and `salt()`.
        QByteArray salt = {};
    };
    /// Asks for things, some at once. One that is gone meanwhile is no fault.
    [[nodiscard]] Result<void> details(const Details &details, const QList<Thing> &things);

    /// Asks for many in portions, and tells of the first that fail; where a whole portion does, the rest is not asked for.
    /// `note` tells whether a thing is known as it is, `read` whether its answer could be read (told of when `isTold`).
    struct Many {
        QString title;
        qsizetype count = 0;
        std::function<Result<bool>(qsizetype index)> isKnown = {};
        std::function<HttpRequest(qsizetype index)> request = {};
        std::function<Result<bool>(qsizetype index, const Result<HttpAnswer> &answer, bool isTold)> read = {};
        bool isVital = true;
    };
    [[nodiscard]] Result<void> askMany(const Many &many);

    /// Where the server can say in an answer or two that nothing has changed: keeps all that was read last time, if the
    /// endpoint stands at `mark` as it did then, that run was complete and everything was read within `every`. False: read
    /// on, and `remember` in the end. What a mark does not show (deletions, mostly) is found by reading everything again.
    [[nodiscard]] Result<bool> keepAll(const QByteArray &mark, std::chrono::hours every);
    /// What `remember` was told by the last complete run, if this version of the program read everything within `every`.
    struct Stand {
        QByteArray mark;
        QDateTime read; ///< when everything was read last
    };
    /// For a server that tells what has changed since the mark: the run goes on from there. Until it is complete, there is
    /// no stand to rely on.
    [[nodiscard]] Result<std::optional<Stand>> takeStand(std::chrono::hours every);
    /// Of a complete reading only. `mark` was asked for before anything was read. `read`: when everything was, if not now.
    [[nodiscard]] Result<void> remember(const QByteArray &mark, const QDateTime &read = {});
    /// The option for `every`: "full".
    [[nodiscard]] static Property fullEveryOption();
    [[nodiscard]] static Result<std::chrono::hours> fullEvery(const QString &endpoint,
                                                              const QHash<QString, QString> &options);

    /// Hands over an answer that is no list; its unit counts as unchanged where it says what it said last time.
    [[nodiscard]] Result<void> take(const QString &unit, const JsonPage &page, const std::function<Records()> &read);

    /// An answer as it is handed over. What a reader finds to be something else than it takes it for (a text where columns
    /// should be) takes the place of nothing that is known: of a list the items concerned, of all else the answer. What was
    /// so in the run before, and is just the same now, is how the server tells it: it is read as far as it can be.
    struct Handed {
        QString title; ///< as people call what it tells of
        QString unit;
        QByteArray hash;
        std::function<Records(const Node &root)> records = {};
        const Listing *listing = nullptr; ///< that it is a page of
    };
    /// False: some of it was damaged, which is told.
    [[nodiscard]] Result<bool> hand(const Handed &handed, const JsonPage &page);
    /// It has not changed since the last run, nor has what of it is read in part.
    [[nodiscard]] Result<void> keepSame(const QString &unit);
    /// Of a unit that is read again although it is as it was: its list lacked something.
    static constexpr auto lackingNote = "lacking";

    /// Cancelled, or the sink takes no more: the run ends here, whatever else could be read.
    [[nodiscard]] Failure ended(const Error &error);
    [[nodiscard]] bool isOver() const { return m_isOver; }
    /// Ended when it was cancelled.
    [[nodiscard]] Result<void> goOn();
    /// Not all of what is called `title` could be read; `needs` is said where it was refused.
    void lackPage(const QString &title, const QString &unit, const Error &error, const QString &needs = {});

    [[nodiscard]] HttpClient &client() { return m_client; }
    [[nodiscard]] RecordSink &sink() { return m_sink; }
    [[nodiscard]] const RecordSink &sink() const { return m_sink; }
    [[nodiscard]] const Progress &progress() const { return m_progress; }
    [[nodiscard]] RunTally &tally() { return m_tally; }
    /// All that records depend on besides the answers: the program's version, options, what was read before.
    void setSalt(const QByteArray &salt);
    [[nodiscard]] const QByteArray &salt() const { return m_salt; }
    /// Takes out of answers what must not be kept; told before anything is made of them. Empty: nothing is.
    using Withhold = std::function<QByteArray(const JsonPage &page)>;
    void setWithhold(Withhold withhold) { m_withhold = std::move(withhold); }

private:
    /// What the passes over one list have in common.
    struct Listed {
        QSet<quint64> ids;                ///< in any pass, as keys
        QHash<qint64, QByteArray> handed; ///< offset → what was handed over for it
        qint64 unreadable = 0;            ///< items the server fails over
        qint64 nameless = 0;              ///< items that are none
        QStringList units = {};           ///< that were handed over
    };
    /// One way through a list.
    struct Pass {
        int number = 1;
        ListingCheck check = {};
        qint64 size = 0;            ///< of pages, smaller while the server fails over larger ones
        int faults = 0;             ///< over single items, in a row
        int idle = 0;               ///< pages in a row that brought nothing new
        qint64 pages = 0;           ///< in all
        bool isDamaged = false;     ///< the page at hand
        QSet<QString> cursors = {}; ///< that were followed
    };
    enum class Step : quint8 { On, Last };
    [[nodiscard]] Result<void> pass(const Listing &listing, Pass &pass, Listed &listed);
    [[nodiscard]] Result<Step> step(const Listing &listing, Pass &pass, Listed &listed, Place &place);
    [[nodiscard]] Result<Step> advance(const Listing &listing, Pass &pass, const JsonPage &page, qint64 fresh,
                                       Place &place) const;
    [[nodiscard]] static bool givesUp(Pass &pass, Listed &listed, Place &place);
    [[nodiscard]] Result<void> takePage(const Listing &listing, qint64 offset, const JsonPage &page, Pass &pass,
                                        Listed &listed);
    [[nodiscard]] Result<JsonPage> kept(Result<JsonPage> page) const;
    /// What of an answer was misread.
    struct Damage {
        std::vector<const Node *> items; ///< of a list; those that were not so before
        qsizetype known = 0;             ///< that were
        qsizetype sound = 0;             ///< items besides
        QString where = {};              ///< the first
        QString whereKnown = {};         ///< of those that were so before
        QByteArray keys = {};            ///< of all
    };
    [[nodiscard]] static Damage damageOf(const JsonPage &page, const Listing *listing, const QByteArray &known);
    void tellDamage(const Handed &handed, const Damage &damage);
    [[nodiscard]] Issue otherForm(const Handed &handed, const Damage &damage) const;
    [[nodiscard]] QByteArray damageBefore(const QString &unit);
    [[nodiscard]] Result<void> noteDamage(const QString &unit, const QByteArray &before, const QByteArray &keys);
    [[nodiscard]] Result<void> keepAbsent(const Listed &listed);
    /// False: the list lacks something.
    [[nodiscard]] bool judge(const Listing &listing, const ListingCheck &check, const Listed &listed, bool isStable);
    [[nodiscard]] std::optional<Stand> knownStand(std::chrono::hours every) const;
    [[nodiscard]] Result<void> dropStand();
    [[nodiscard]] Result<bool> readDetail(const Details &details, qsizetype index, const Thing &thing,
                                          const Result<HttpAnswer> &answer, bool isTold);

    HttpClient &m_client;
    RecordSink &m_sink;
    const Progress &m_progress;
    RunTally m_tally;
    QByteArray m_salt;
    Withhold m_withhold;
    QHash<QString, QByteArray> m_damageBefore; ///< unit → what of it was damaged in the run before, once that is noted anew
    bool m_isOver = false;
};

} // namespace meshscope
