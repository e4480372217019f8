#pragma once

#include "models/graph/export.h"
#include "models/mesh/result.h"
#include "ui/graph/exportpicture.h"

#include <QFutureWatcher>
#include <QObject>

#include <functional>

class QMenu;
class QWidget;

namespace meshscope {

class GraphProgress;
struct WorkState;

/// Export of a graph from a page: a menu of formats, a file to choose, the writing in the background with its progress
/// over the page.
class GraphExporter final : public QObject {
    Q_OBJECT
public:
    /// Makes the bytes of a file; called in a worker thread, so it must own what it uses.
    using Make = std::function<Result<QByteArray>(const ExportOrder &)>;

    explicit GraphExporter(QWidget *page);
    ~GraphExporter() override;
    /// Asked on the GUI thread when an export begins.
    void setSource(std::function<Make()> source) { m_source = std::move(source); }
    void setName(const QString &name) { m_name = name; } ///< proposed file name, without its ending
    [[nodiscard]] QMenu *menu() const { return m_menu; }
    /// Replaces the file dialog.
    void setChooser(std::function<QString(const QString &proposed)> chooser) { m_choose = std::move(chooser); }
    void start(graph::GraphFormat format, PdfPages pages = PdfPages::One);

signals:
    void said(const QString &text);
    void finished(bool done);

private:
    void write(ExportOrder order, const QString &file);

    QWidget *m_page;
    QMenu *m_menu;
    QString m_name;
    std::function<Make()> m_source;
    std::function<QString(const QString &)> m_choose;
    GraphProgress *m_progress = nullptr; ///< made when it is needed first
    std::shared_ptr<WorkState> m_state;
    QFutureWatcher<Result<QString>> m_watcher;
};

} // namespace meshscope
