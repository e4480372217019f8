#pragma once

#include "ui/product/subject.h"

#include <QWidget>

class QHBoxLayout;
class QMenu;
class QVBoxLayout;

namespace meshscope {

class FlowLayout;

/// Head of a page: what it is, the one thing that is wrong, a line of facts, and what one can do. Built for one subject.
class ProductHeader final : public QWidget {
    Q_OBJECT
public:
    ProductHeader(const Subject &subject, SectionHub &hub, QWidget *parent = nullptr);
    [[nodiscard]] QMenu *exportMenu() const { return m_export; }

private:
    void addTitle(QVBoxLayout *column);
    void addActions(QHBoxLayout *row);
    void addFacts(QVBoxLayout *column);
    void add(const QString &label, QWidget *value);
    void addText(const QString &label, const QString &value);
    void addDomain();
    void addOwner();
    void addCertification();
    void addConsumers();
    void addRead();

    const Subject m_subject;
    SectionHub &m_hub;
    FlowLayout *m_facts = nullptr;
    QMenu *m_export = nullptr;
};

} // namespace meshscope
