#include "models/graph/packing.h"

#include <algorithm>
#include <cmath>
#include <limits>

// Rows of parts, highest first, as wide as makes the aimed aspect (shelves, Coffman and others, 1980): O(parts log parts),
// at most some of each row's height is lost. Parts of the last layout stay where they were; one that has grown into another
// pushes the smaller on: O(parts²), so only while they are few.
namespace meshscope::graph {

namespace {

constexpr int mostKept = 2000;
constexpr double slack = 0.5; ///< of the gap: rounding moves nothing

/// Boxs of the last layout where they were; one that has grown into another pushes it down. The rest goes below.
void packLikeLast(Vec<PackBox *> &boxes, double gap, double top, double &y, double &width)
{
    // The largest stay, small ones give way.
    std::stable_sort(boxes.begin(), boxes.end(), [](const PackBox *a, const PackBox *b) {
        const double areaA = a->size.width() * a->size.height();
        const double areaB = b->size.width() * b->size.height();
        return a->kept != b->kept          ? a->kept
               : a->kept && areaA != areaB ? areaA > areaB
                                           : a->kept && a->last.y() < b->last.y();
    });
    QPointF corner(1e300, 1e300);
    for (const PackBox *p : boxes) {
        if (p->kept)
            corner = QPointF(std::min(corner.x(), p->last.x()), std::min(corner.y(), p->last.y()));
    }
    for (int i = 0; i < boxes.count(); ++i) {
        PackBox *p = boxes[i];
        p->at = p->kept ? p->last - corner + QPointF(0, top) : QPointF(0, y);
        for (bool moved = true; moved;) {
            moved = false;
            for (int k = 0; k < i; ++k) {
                const QRectF other = QRectF(boxes[k]->at, boxes[k]->size).adjusted(-gap, -gap, gap, gap);
                if (p->at.x() + p->size.width() <= other.left() + slack || p->at.x() >= other.right() - slack ||
                    p->at.y() + p->size.height() <= other.top() + slack || p->at.y() >= other.bottom() - slack)
                    continue;
                // To the nearer free side; neither way ever leads back.
                if (other.right() - p->at.x() < other.bottom() - p->at.y())
                    p->at.setX(other.right());
                else
                    p->at.setY(other.bottom());
                moved = true;
            }
        }
        y = std::max(y, p->at.y() + p->size.height() + gap);
        width = std::max(width, p->at.x() + p->size.width());
    }
}

} // namespace

void packRows(Vec<PackBox *> &boxes, double gap, double aspect, double &y, double &width)
{
    if (boxes.empty())
        return;
    if (std::any_of(boxes.begin(), boxes.end(), [](const PackBox *p) { return p->kept; }) && boxes.count() < mostKept)
        return packLikeLast(boxes, gap, y, y, width);
    std::stable_sort(boxes.begin(), boxes.end(), [](const PackBox *a, const PackBox *b) {
        return a->size.height() != b->size.height() ? a->size.height() > b->size.height()
                                                    : a->size.width() > b->size.width();
    });
    double area = 0;
    double widest = width;
    for (const PackBox *p : boxes) {
        area += (p->size.width() + gap) * (p->size.height() + gap);
        widest = std::max(widest, p->size.width());
    }
    const double limit = std::max(widest, std::sqrt(area * aspect));
    double x = 0;
    double row = 0;
    for (PackBox *p : boxes) {
        if (x > 0 && x + p->size.width() > limit) {
            y += row + gap;
            x = 0;
            row = 0;
        }
        p->at = QPointF(x, y);
        x += p->size.width() + gap;
        row = std::max(row, p->size.height());
        width = std::max(width, p->at.x() + p->size.width());
    }
    y += row + gap;
}

} // namespace meshscope::graph
