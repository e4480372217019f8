#pragma once

#include "models/access/request.h"
#include "models/items/requestmodel.h"

#include <QWidget>

namespace meshscope {

/// The life of a request from above to below: what happened with sign, person, time and note; then what is still to come.
class Timeline final : public QWidget {
    Q_OBJECT
public:
    explicit Timeline(QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

    struct Step {
        QString title;
        QString who;
        QString note;
        QString when;
        int sign = 0;       ///< RequestSign
        bool isDone = true; ///< false: still to come
        bool operator==(const Step &) const = default;
    };
    void setSteps(const QList<Step> &steps);
    [[nodiscard]] const QList<Step> &steps() const { return m_steps; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Line;
    int layOut(QPainter *painter, int width) const;
    void paintStep(QPainter &painter, const Line &line) const;
    QList<Step> m_steps;
};

/// What a request went through and what is next, oldest first.
[[nodiscard]] QList<Timeline::Step> stepsOf(const AccessRequest &request, const PeopleNames &names = {});

} // namespace meshscope
