#pragma once

#include "models/catalogs/http/httpclient.h"
#include "models/catalogs/paged.h"

#include <chrono>

namespace meshscope::trino {

/// Asks one server. A statement is sent, its pages are followed to the last; what is not read to the end is stopped on the
/// server, also when it was cancelled here: `farewell` makes a client that still speaks then.
class Asker {
public:
    using Farewell = std::function<std::unique_ptr<HttpClient>()>;
    Asker(HttpClient &client, QString user, IsCancelled cancelled, Farewell farewell);

    struct Taker {
        std::function<Result<void>(const Node &columns)> columns = [](const Node &) { return Result<void>(); };
        /// False: enough.
        std::function<Result<bool>(const Node &row)> row = [](const Node &) { return true; };
        /// What the server is doing; percent below 0: unknown.
        std::function<void(int percent, const QString &state)> progress = [](int, const QString &) {};
    };
    /// Refused: no permission; NotFound: no such table; Cancelled; Busy: the server has no room; Io: it takes longer than
    /// `limit`.
    [[nodiscard]] Result<void> ask(const QString &sql, const Taker &taker,
                                   std::chrono::seconds limit = std::chrono::minutes(5));
    /// In whose name it is asked.
    [[nodiscard]] HttpRequest withHeaders(HttpRequest request) const;

private:
    struct Course;
    [[nodiscard]] Result<JsonPage> page(const HttpRequest &request);
    [[nodiscard]] Result<bool> take(const JsonPage &page, const Taker &taker, Course &course);
    [[nodiscard]] Error errorOf(const Node &error) const;
    void stop(const QString &uri);

    HttpClient &m_client;
    const QString m_user; ///< empty: who signs in
    const IsCancelled m_cancelled;
    const Farewell m_farewell;
};

/// "a""b": a name as it is written in a statement.
[[nodiscard]] QString quotedName(const QString &name);
/// 'it''s'
[[nodiscard]] QString quotedText(const QString &text);

} // namespace meshscope::trino
