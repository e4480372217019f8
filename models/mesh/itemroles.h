#pragma once

#include <Qt>

namespace meshscope {

/// What item models say beside the text; drawn by TableDelegate (ui/widgets). All optional.
enum ItemRole : int {
    AddressRole = Qt::UserRole + 100, ///< QString: address of the row; the view keeps its selection by it
    StatusRole,                       ///< int of Status: a sign before the text
    HueRole,                          ///< QString: address of the top domain; an 8-pixel square before the text
    IconNameRole,                     ///< QString: one of resources/icons before the text
    LinkRole,                         ///< QString: what a click opens (an address or a location); the text is a link
    DetailRole,                       ///< QString: muted text after the text
    ShareRole,       ///< double 0…1, or invalid QVariant: a bar before the text; with StatusRole its colour
    StrongRole,      ///< bool: name of the row
    MutedRole,       ///< bool: second-rate text
    MonoRole,        ///< bool: identifiers
    RequestSignRole, ///< int of RequestSign (ui/widgets/signs.h)
    ChipRole,        ///< bool: the text in an outlined chip
    ToneRole,        ///< int of Status: the text in that status' word colour
    SortRole         ///< what the column sorts by, when not the text
};

} // namespace meshscope
