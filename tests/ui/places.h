#pragma once

#include "tests/ui/shellfixture.h"

namespace meshscope::test {

inline const QString orders = QStringLiteral("shop/product/orders");

inline Location at(const QString &view, const QString &address = {})
{
    return {view, address, {}};
}

} // namespace meshscope::test
