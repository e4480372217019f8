#pragma once

#include <QByteArray>

/// Descriptors whose references name places of files. Apart from the tests: moc does not read raw strings well.
namespace meshscope::test {

QByteArray descriptorWithPlaces();
QByteArray portsWithPlaces();

} // namespace meshscope::test
