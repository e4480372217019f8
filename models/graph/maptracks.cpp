#include "models/graph/maptracks.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace meshscope::graph {

int assignTracks(std::vector<Stretch *> &stretches)
{
    const auto leftY = [](const Stretch *s) { return s->fromLeft ? s->y0 : s->y1; };
    const auto rightY = [](const Stretch *s) { return s->fromLeft ? s->y1 : s->y0; };
    const auto bracket = [](const Stretch *s) { return s->fromLeft != s->toRight; };
    std::stable_sort(stretches.begin(), stretches.end(), [&](const Stretch *a, const Stretch *b) {
        // Brackets hug the column they belong to.
        const auto rank = [&](const Stretch *s) { return !bracket(s) ? 1 : s->fromLeft ? 0 : 2; };
        if (rank(a) != rank(b))
            return rank(a) < rank(b);
        if (bracket(a)) {
            const double la = std::abs(a->y0 - a->y1);
            const double lb = std::abs(b->y0 - b->y1);
            return a->fromLeft ? la < lb : la > lb;
        }
        const bool downA = rightY(a) > leftY(a);
        const bool downB = rightY(b) > leftY(b);
        if (downA != downB)
            return downA;
        return downA ? leftY(a) > leftY(b) : leftY(a) < leftY(b);
    });
    std::vector<std::vector<std::pair<double, double>>> tracks;
    for (Stretch *s : stretches) {
        const double low = std::min(s->y0, s->y1) - 10;
        const double high = std::max(s->y0, s->y1) + 10;
        // As far left as possible behind every track with a stretch it overlaps.
        size_t track = 0;
        for (size_t t = 0; t < tracks.size(); ++t) {
            for (const auto &[a, b] : tracks[t]) {
                if (low < b && a < high)
                    track = t + 1;
            }
        }
        if (track == tracks.size())
            tracks.emplace_back();
        tracks[track].push_back({low, high});
        s->x = double(track);
    }
    return int(tracks.size());
}

void spread(std::vector<WishedEnd> &ends, double low, double high)
{
    std::stable_sort(ends.begin(), ends.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    const double n = double(ends.size());
    const double gap = std::min(endGap, (high - low) / std::max(1.0, n - 1));
    double last = low - gap;
    for (auto &[wish, y] : ends)
        last = *y = std::max(std::clamp(wish, low, high), last + gap);
    double next = high + gap;
    for (size_t i = ends.size(); i-- > 0;)
        next = *ends[i].second = std::min(*ends[i].second, next - gap);
}

void keepOff(std::vector<WishedEnd> &ends, const std::set<double> &doors)
{
    constexpr double apart = 5;
    for (auto &[wish, y] : ends) {
        const auto near = doors.lower_bound(*y - apart);
        if (near == doors.end() || *near > *y + apart)
            continue;
        const auto next = std::next(near);
        *y = next == doors.end() ? *near - 2 * apart : (*near + *next) / 2;
    }
}

} // namespace meshscope::graph
