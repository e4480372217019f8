#pragma once

#include "app/reports.h"
#include "models/graph/export.h"

#include <QCoreApplication>

#include <memory>

namespace meshscope {

/// Whether a command draws, so that it needs a (hidden) GUI application.
[[nodiscard]] bool needsGui(const QStringList &arguments);
/// The application object; `hidden`: without a display.
[[nodiscard]] std::unique_ptr<QCoreApplication> makeGuiApplication(int &argc, char **argv, bool hidden);
/// The window (or, with --shots DIR, pictures of every view). Returns the exit status.
[[nodiscard]] int runGui(const QStringList &arguments);

/// A graph as SVG, PDF or PNG. Needs a GUI application.
[[nodiscard]] Result<QByteArray> pictureOf(const MeshPtr &mesh, const graph::DrawnGraph &graph, graph::GraphFormat format);
/// A report as PDF pages. Needs a GUI application.
[[nodiscard]] QByteArray reportPdf(const Report &report);

} // namespace meshscope
