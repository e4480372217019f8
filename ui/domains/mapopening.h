#pragma once

#include "models/mesh/records.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <map>

namespace meshscope {

/// What is open on the map, by address: what a person has opened or closed, and for all else how near it is looked at.
/// Domains, products and datasets open each at a zoom of its own, and close again a little further out, so that nothing
/// opens and closes at the same zoom.
class MapOpening {
public:
    /// One step from the outermost domain to what is looked at.
    struct Step {
        QString id;
        Kind kind = Kind::Domain;
        int depth = 0; ///< of a domain: how many lie round it
        bool canOpen = false;
    };

    [[nodiscard]] bool isOpen(const QString &id) const;
    [[nodiscard]] QStringList open() const;
    [[nodiscard]] bool isEmpty() const { return m_byHand.empty() && m_byZoom.empty(); }

    /// A person's decision; it holds against the zoom until the next one.
    void setByHand(const QString &id, bool open);
    void closeAll();
    /// The view is now at a zoom, with this chain of things, outermost first, under the point it zoomed to. Opens at most
    /// one thing, closes what is seen from too far. True when something has changed.
    bool zoomed(double scale, const std::vector<Step> &chain);

    /// The zoom from which on a thing is opened, and below which it is closed again.
    [[nodiscard]] static double opensAt(Kind kind, int depth);
    [[nodiscard]] static double closesBelow(Kind kind, int depth) { return 0.9 * opensAt(kind, depth); }

    // -- as the options of a location
    [[nodiscard]] QStringList openedByHand() const { return byHand(true); }
    [[nodiscard]] QStringList closedByHand() const { return byHand(false); }
    [[nodiscard]] QStringList openedByZoom() const;
    /// `stepOf` says what an address is; what is nothing any more is forgotten.
    void restore(const QStringList &opened, const QStringList &closed, const QStringList &byZoom,
                 const std::function<Step(const QString &id)> &stepOf);
    bool operator==(const MapOpening &other) const;

private:
    static constexpr size_t mostByZoom = 8;
    [[nodiscard]] QStringList byHand(bool open) const;

    std::map<QString, bool> m_byHand;
    std::vector<Step> m_byZoom; ///< the oldest first
    double m_scale = 0;         ///< the last one heard of; 0 = none
};

} // namespace meshscope
