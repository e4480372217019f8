#pragma once

#include "models/samples/sample.h"
#include "ui/product/subject.h"

#include <QFutureWatcher>

#include <atomic>

namespace meshscope {

class CellModel;
class FitTable;
class LinkLabel;
class SampleHead;
class SectionHead;
class StatePanel;

/// First rows of what a thing contains, read when the panel is first shown; masked cells look masked.
class SamplePanel final : public QWidget {
    Q_OBJECT
public:
    /// `shown` rows of 100 at first; 0: as many as there are.
    SamplePanel(const Subject &subject, const SampleReader &reader, SectionHub &hub, int shown, QWidget *parent = nullptr);
    ~SamplePanel() override;
    [[nodiscard]] const Sample &sample() const { return m_sample; }

protected:
    void showEvent(QShowEvent *event) override;

private:
    void begin();
    void load();
    void stop();
    void show(const Result<Sample> &result);
    void fillRows();

    Subject m_subject;
    const SampleReader &m_reader;
    SectionHub &m_hub;
    int m_shown;
    bool m_isStarted = false;
    bool m_isLive = false; ///< no file has the rows: a database is asked
    Sample m_sample;
    QFutureWatcher<Result<Sample>> m_watcher;
    std::shared_ptr<std::atomic_bool> m_cancel;
    SectionHead *m_head;
    LinkLabel *m_masked;
    LinkLabel *m_stop;
    QWidget *m_frame;
    CellModel *m_rows;
    FitTable *m_table;
    SampleHead *m_tableHead;
    StatePanel *m_panel;
};

} // namespace meshscope
