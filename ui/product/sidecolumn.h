#pragma once

#include "ui/product/subject.h"

#include <QWidget>

class QVBoxLayout;

namespace meshscope {

/// What stands beside the overview: ports, contract, lineage, who uses it, what makes it. Panels with nothing stay away.
class SideColumn final : public QWidget {
    Q_OBJECT
public:
    SideColumn(const Subject &subject, SectionHub &hub, QWidget *parent = nullptr);
    [[nodiscard]] bool isEmpty() const { return m_panels == 0; }

private:
    void addPanel(const QString &title, const QString &note, const QString &link, QWidget *body);
    void addPorts();
    void addContract();
    void addLineage();
    void addUsers();
    void addJobs();
    void addBelongs();

    const Subject m_subject;
    SectionHub &m_hub;
    QVBoxLayout *m_column;
    int m_panels = 0;
};

} // namespace meshscope
