// SPDX-License-Identifier: MIT
// Of the open book: which parts did the versions of the plan hold, and from when until when?
#include <algorithm>
#include <iterator>

#include "book/book.hpp"
#include "plan/parts.hpp"

namespace onduty {

namespace {

const Section& route_section() {
    static const Plan kAny;
    static const Section& section = *std::find_if(sections().begin(), sections().end(),
                                                  [](const Section& one) { return one.fills(kAny, &kAny.routes); });
    return section;
}

// Those of the newest plan, and those that ended with a version from `first` to `last`.
PartList every_part(Store& store, const std::string& family, int first, int last) {
    PartList parts = store.parts(family);
    PartList ended = store.ended_parts(family, first, last);
    std::move(ended.begin(), ended.end(), std::back_inserter(parts));
    return parts;
}

bool holds_in_any(const Part& part, const std::set<int>& versions) {
    return std::any_of(versions.begin(), versions.end(), [&](int version) { return part.holds_in(version); });
}

}  // namespace

std::vector<Book::HeldPart> Book::parts_ever(const std::string& family) {
    const auto begin_of = [&](int version) {
        return version == 1 ? Instant::min() : version == 0 ? kNever : versions(version, version).at(version);
    };
    std::vector<HeldPart> held;
    for (Part& part : every_part(store_, family, 1, version_)) {
        const Instant since = begin_of(part.since);
        const Instant until = begin_of(part.until);
        held.push_back({std::move(part), since, until});
    }
    return held;
}

void Book::read_routes() {
    if (!routes_.empty()) {
        return;
    }
    for (HeldPart& held : parts_ever(route_section().family)) {
        const std::string route = held.part.word.code;
        routes_[route].push_back({std::move(held)});
    }
}

const Route& Book::route_of(HeldRoute& held) {
    if (!held.route) {
        Plan plan;
        read_parts(route_section(), {&held.held.part}, plan);
        held.route = std::move(plan.routes.front());
    }
    return *held.route;
}

const Route* Book::route_at(const std::string& code, Instant at) {
    read_routes();
    for (HeldRoute& held : routes_[code]) {
        if (held.held.since <= at && at < held.held.until) {
            return &route_of(held);
        }
    }
    return nullptr;
}

std::set<std::string> Book::points_on_routes(const std::set<int>& versions) {
    read_routes();
    std::set<std::string> points;
    for (auto& [code, route] : routes_) {
        for (HeldRoute& held : route) {
            if (holds_in_any(held.held.part, versions)) {
                const std::vector<std::string>& passed = route_of(held).points;
                points.insert(passed.begin(), passed.end());
            }
        }
    }
    return points;
}

std::function<const Route*(const std::string&, Instant)> Book::routes() {
    return [this](const std::string& code, Instant at) { return route_at(code, at); };
}

std::vector<std::string> Book::codes(const char* family) {
    PartList parts = store_.parts(family);
    std::sort(parts.begin(), parts.end(), [](const Part& a, const Part& b) { return a.place < b.place; });
    std::vector<std::string> codes;
    for (Part& part : parts) {
        codes.push_back(std::move(part.word.code));
    }
    return codes;
}

std::vector<std::string> Book::codes(const char* family, const std::set<int>& versions) {
    std::vector<std::string> codes;
    for (Part& part : every_part(store_, family, *versions.begin() + 1, version_)) {
        if (holds_in_any(part, versions)) {
            codes.push_back(std::move(part.word.code));
        }
    }
    return codes;
}

int Book::version_with(const char* family, const std::string& code, int version) {
    const int told = version == 0 ? version_ : version;
    int last = 0;
    int first = 0;
    for (const Part& part : every_part(store_, family, 1, version_)) {
        if (part.word.code == code) {
            first = first == 0 ? part.since : std::min(first, part.since);
            last = part.since > told ? last : std::max(last, part.until == 0 ? told : std::min(told, part.until - 1));
        }
    }
    return last == 0 ? first : last;
}

}  // namespace onduty
