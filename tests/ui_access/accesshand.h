#pragma once

#include "tests/ui_access/accesspagefixture.h"

#include <QUrlQuery>

namespace meshscope::test {

inline Location accessTab(const QString &name)
{
    Location location{QStringLiteral("access"), {}, {}};
    location.options.addQueryItem(QStringLiteral("tab"), name);
    return location;
}

inline void click(QWidget *widget)
{
    QVERIFY(widget);
    QTRY_VERIFY(widget->isVisible() && widget->isEnabled());
    QTest::mouseClick(widget, Qt::LeftButton);
}

inline void press(const AccessPageFixture &f, RequestMove what)
{
    QTRY_VERIFY(f.move(what));
    click(f.move(what));
}

} // namespace meshscope::test
