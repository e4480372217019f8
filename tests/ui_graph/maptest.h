#pragma once

#include "tests/ui_graph/viewhelp.h"
#include "ui/domains/mappage.h"

#include <QSignalSpy>

namespace meshscope::test {

/// A test that has the map of the sample mesh before it.
class MapTest : public QObject {
protected:
    void open()
    {
        m_snapshot = sampleSnapshot();
        m_page = shownPage<MapPage>(m_snapshot);
        m_drawn = std::make_unique<QSignalSpy>(m_page.get(), &MapPage::drawn);
        QTRY_COMPARE(m_drawn->count(), 1);
    }
    void close()
    {
        m_drawn.reset();
        m_page.reset();
    }
    void go(const char *options)
    {
        const qsizetype before = m_drawn->count();
        m_page->setLocation({QStringLiteral("map"), {}, QUrlQuery(QString::fromLatin1(options))});
        QTRY_VERIFY(m_drawn->count() > before);
    }

    Snapshot m_snapshot;
    std::unique_ptr<MapPage> m_page;
    std::unique_ptr<QSignalSpy> m_drawn;
};

} // namespace meshscope::test
