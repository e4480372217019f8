#pragma once

#include "ui/product/daychart.h"
#include "ui/product/subject.h"

#include <QFutureWatcher>

class QStackedWidget;
class QVBoxLayout;

namespace meshscope {

class CellModel;
class FitTable;
class LinkLabel;
class NoticeBar;
class SectionHead;

/// Service levels of a thing: the table, the one that is wrong and why, the days of the selected one, its evidence.
class LevelsPanel final : public QWidget {
    Q_OBJECT
public:
    /// `withEvidence`: the measurements of the selected level stand below.
    LevelsPanel(const Subject &subject, SectionHub &hub, bool withEvidence, QWidget *parent = nullptr);
    ~LevelsPanel() override;
    [[nodiscard]] QString level() const { return m_level; }
    void setLevel(const QString &id);
    void setDays(int days);

signals:
    void levelChanged(const QString &id);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void addTable(QVBoxLayout *column);
    void addNotice(QVBoxLayout *column);
    void addChart(QVBoxLayout *column);
    void addEvidence(QVBoxLayout *column);
    void fillTable();
    void fillNotice();
    void fillEvidence();
    void loadDays();
    void showDays();
    void toggleTable();
    void showDay(const QDate &day);
    [[nodiscard]] const LevelState *current() const;

    Subject m_subject;
    SectionHub &m_hub;
    QList<LevelState> m_states;
    QString m_level;
    int m_days = 30;
    QFutureWatcher<QList<DayValue>> m_watcher;
    QString m_loading; ///< level and days the watcher works for

    CellModel *m_rows = nullptr;
    FitTable *m_table = nullptr;
    NoticeBar *m_notice = nullptr;
    SectionHead *m_chartHead = nullptr;
    LinkLabel *m_tableLink = nullptr;
    QStackedWidget *m_stack = nullptr;
    DayChart *m_chart = nullptr;
    CellModel *m_dayRows = nullptr;
    FitTable *m_dayTable = nullptr;
    SectionHead *m_evidenceHead = nullptr;
    CellModel *m_evidenceRows = nullptr;
    FitTable *m_evidence = nullptr;
};

} // namespace meshscope
