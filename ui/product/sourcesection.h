#pragma once

#include "models/store/workspace.h"
#include "ui/product/subject.h"

#include <QFutureWatcher>

class QComboBox;
class QLabel;

namespace meshscope {

class CellModel;
class FitTable;
class LinkLabel;
class SearchField;
class SectionHead;
class StatePanel;
class TextViewer;

/// The original document behind a thing, byte for byte, and what stands in it that no other section shows.
class SourceSection final : public QWidget {
    Q_OBJECT
public:
    SourceSection(const Subject &subject, Workspace &workspace, SectionHub &hub, QWidget *parent = nullptr);
    ~SourceSection() override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct Part {
        QString endpoint;
        QString location; ///< of the endpoint
        SourceRef source;
        QDateTime readAt;
    };
    struct More {
        QString path;
        QString value;
        int line;
    };
    struct Answer {
        Result<QByteArray> bytes = QByteArray(); ///< of the part that is shown
        QList<More> more;
        QString text;
        int firstLine = 1;
        qint64 leftOut = 0;
    };
    static Answer read(const Workspace &workspace, const Part &part);
    void build(SectionHub &hub);
    void load();
    void show();
    void find(bool backward);
    void copy();
    void openOutside();

    SectionHub &m_hub;
    Workspace &m_workspace;
    QList<Part> m_parts;
    int m_part = 0;
    int m_loading = -1;
    QByteArray m_bytes;
    QFutureWatcher<Answer> m_watcher;
    bool m_isStarted = false;
    SectionHead *m_head;
    QComboBox *m_choice;
    SearchField *m_find;
    TextViewer *m_viewer;
    StatePanel *m_panel;
    SectionHead *m_moreHead;
    CellModel *m_moreRows;
    FitTable *m_more;
    QLabel *m_cut;
};

} // namespace meshscope
