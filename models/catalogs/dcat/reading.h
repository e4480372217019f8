#pragma once

#include "models/catalogs/pagedreading.h"

namespace meshscope {

/// One reading of a catalog that is published as DCAT: its pages one after another, each read by the reader of DCAT
/// documents.
class DcatReading : private PagedReading {
public:
    DcatReading(HttpClient &client, RecordSink &sink, const Progress &progress);
    [[nodiscard]] Result<Outcome> read();

private:
    using Next = Result<std::optional<HttpRequest>>;
    [[nodiscard]] HttpRequest asking(const QString &address);
    [[nodiscard]] Next readPage(const HttpAnswer &answer);
    [[nodiscard]] Next unchangedPage();
    [[nodiscard]] QString addressOf(const QString &reference) const;
    [[nodiscard]] QString unitOf(const QString &address) const;
    void judge();

    QString m_address; ///< of the page that was asked for last
    QSet<QString> m_datasets;
    QSet<QString> m_seen; ///< pages
    std::optional<qint64> m_total;
    int m_pass = 1; ///< over pages that shift while they are read
};

/// What names the page of an address among the units.
[[nodiscard]] QString dcatUnit(const QUrl &address);

} // namespace meshscope
