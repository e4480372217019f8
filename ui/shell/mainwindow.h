#pragma once

#include "ui/shell/history.h"
#include "ui/shell/services.h"

#include <QMainWindow>

class QSplitter;
class QStackedWidget;

namespace meshscope {

class CommandPalette;
class Inspector;
class NoticeBar;
class Rail;
class StartPage;
class StatusLine;
class TopBar;

/// One window: bars, rail, the shown page, inspector. Walks between pages as a browser does; knows no feature.
class MainWindow final : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(ShellServices services, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Goes there; a location without a view is an address, whose page is looked up in the mesh.
    void open(const Location &location, bool newWindow = false);
    /// An address, a deep link or a location as text; what leads nowhere is said in the status line. Empty: the first page,
    /// which is the ways in when there is no endpoint yet, the map otherwise.
    void openText(const QString &text);
    [[nodiscard]] Page *currentPage() const { return m_page; }
    [[nodiscard]] Location location() const;
    [[nodiscard]] QString inspected() const { return m_selected; }
    [[nodiscard]] bool isInspectorShown() const;
    void inspect(const QString &address);
    void say(const QString &text);
    [[nodiscard]] const QList<QAction *> &commands() const { return m_commands; }

public slots:
    void goBack();
    void goForward();
    /// What waits for the person and the access they hold may be another: the badge and the inspector ask again.
    void updateAccess();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    // navigation.cpp
    void openFirst();
    void openAwaited();
    void showPage(const Location &location);
    Page *pageFor(const Location &location);
    void connectPage(Page *page);
    void connectStart(StartPage *start);
    // mainwindow.cpp
    void build();
    void connectServices();
    void updateTrail();
    void updateRail();
    void updateEndpoints();
    void takeSnapshot();
    void giveSnapshot(Page *page);
    void updateInspectorShown();
    void fillInspector();
    void addFolder(const QString &path);
    void setNotice();
    // actions.cpp
    void buildMenus();
    QAction *add(QMenu *menu, const QString &name, const QString &text, const QKeySequence &key,
                 const std::function<void()> &run);
    void buildFileMenu();
    void buildEditMenu();
    void buildViewMenu();
    void buildGoMenu();
    void buildMeshMenu();
    void buildAccessMenu();
    void buildHelpMenu();
    void updateActions();
    void markLook();
    void chooseFolder();
    void chooseWorkspace();
    void pasteLink();

    ShellServices m_services;
    History m_history;
    QHash<QString, Page *> m_pages; ///< by view
    QHash<Page *, int> m_given;     ///< serial of the snapshot a page has
    int m_serial = 0;
    Page *m_page = nullptr;
    QString m_selected;
    QString m_awaited; ///< a link to look up when the mesh is there
    QList<QAction *> m_commands;
    QHash<QString, QAction *> m_byName;

    TopBar *m_top;
    Rail *m_rail;
    QStackedWidget *m_stack;
    QSplitter *m_splitter;
    NoticeBar *m_notice;
    Inspector *m_inspector;
    StatusLine *m_status;
    CommandPalette *m_palette;
};

} // namespace meshscope
