#pragma once

#include "ui/domains/mapscene.h"
#include "ui/graph/picturelegend.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace meshscope {

class LinkLabel;
class StatusSign;

/// What the map's signs and lines say, with how many there are; the counts open their lists. An entry is whole, or in the
/// menu at the end.
class MapLegend final : public QWidget {
    Q_OBJECT
public:
    explicit MapLegend(QWidget *parent = nullptr);
    void setCounts(const MapScene &shown);
    /// The same for pictures.
    [[nodiscard]] PictureLegend picture() const;
    void setSelected(const QString &name); ///< whose flows are in the accent; empty = none

signals:
    void statusOpened(meshscope::Status status, bool newWindow);
    void missingOpened(); ///< the products a treemap has no area for

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Entry {
        QWidget *box;
        LinkLabel *link;
    };
    /// A sentence, with a line as the map draws it.
    struct Words {
        QWidget *box, *line;
        QLabel *text;
        void say(const QString &words, bool hasLine);
    };
    Entry addStatus(QHBoxLayout *row, Status status);
    static Words addWords(QHBoxLayout *row, QColor Tokens::*color);
    PictureLegend m_picture;
    Entry m_met, m_risk, m_breached, m_unknown, m_none;
    Words m_flows, m_inner, m_accent;
    LinkLabel *m_missing;
};

} // namespace meshscope
