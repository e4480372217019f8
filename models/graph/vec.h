#pragma once

#include <cstddef>
#include <vector>

namespace meshscope::graph {

using std::size_t;

/// A vector of plain values numbered by int, as the layout's phases number everything.
template<class T>
class Vec : public std::vector<T> {
public:
    Vec() = default;
    explicit Vec(int n, T value = T())
        : std::vector<T>(size_t(n), value)
    {
    }
    [[nodiscard]] T &operator[](int i) { return std::vector<T>::operator[](size_t(i)); }
    [[nodiscard]] const T &operator[](int i) const { return std::vector<T>::operator[](size_t(i)); }
    [[nodiscard]] int count() const { return int(this->size()); }
    void fill(int n, T value) { this->assign(size_t(n), value); }
};

} // namespace meshscope::graph
