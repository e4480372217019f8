#include "ui/shell/mainwindow.h"

#include "ui/widgets/taborder.h"

#include <QCloseEvent>
#include <QFileInfo>
#include <QMimeData>

namespace meshscope {

void MainWindow::addFolder(const QString &path)
{
    const Result<QString> name = m_services.addFolder(path);
    if (!name) {
        say(name.error().text);
        return;
    }
    say(tr("Reading %1").arg(path));
    updateEndpoints();
    if (m_page && m_page->location().view == QStringLiteral("start"))
        open({QStringLiteral("map"), {}, {}});
}

bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseButtonPress) {
        const auto *press = static_cast<QMouseEvent *>(event);
        const auto *widget = qobject_cast<QWidget *>(watched);
        if (widget && widget->window() == this &&
            (press->button() == Qt::BackButton || press->button() == Qt::ForwardButton)) {
            press->button() == Qt::BackButton ? goBack() : goForward();
            return true;
        }
    }
    return QMainWindow::eventFilter(watched, event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    const bool isFolder = std::any_of(
        urls.begin(), urls.end(), [](const QUrl &url) { return url.isLocalFile() && QFileInfo(url.toLocalFile()).isDir(); });
    if (isFolder)
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile() && QFileInfo(url.toLocalFile()).isDir())
            addFolder(url.toLocalFile());
    }
    event->acceptProposedAction();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_services.settings->setValue(QStringLiteral("window/geometry"), saveGeometry());
    QMainWindow::closeEvent(event);
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::WindowStateChange)
        updateActions();
    QMainWindow::changeEvent(event);
}

bool MainWindow::focusNextPrevChild(bool next)
{
    return moveFocus(*this, next);
}

} // namespace meshscope
