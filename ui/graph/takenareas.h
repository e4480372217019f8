#pragma once

#include <QRectF>

#include <unordered_map>
#include <vector>

namespace meshscope {

/// Areas that names and numbers have taken, found by the band of the screen they lie in.
class TakenAreas {
public:
    void clear() { m_bands.clear(); }
    void take(const QRectF &area);
    [[nodiscard]] bool isFree(const QRectF &area) const;

private:
    std::unordered_map<int, std::vector<QRectF>> m_bands;
};

} // namespace meshscope
