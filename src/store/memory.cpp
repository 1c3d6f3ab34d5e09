// SPDX-License-Identifier: MIT
#include "store/memory.hpp"

#include <sqlite3.h>

#include <array>
#include <cstddef>
#include <cstdlib>
#include <cstring>

namespace onduty {

namespace {

// Every block has its size in front. Small ones come from pieces of a slab and go back to the list of their
// size; larger ones are the C library's.
constexpr std::size_t kStep = 16;
constexpr std::size_t kLargestSmall = 1024;
constexpr std::size_t kSlab = 64 * 1024;

struct alignas(kStep) Header {
    std::size_t size;
    Header* next;  // of the free list
};

std::array<Header*, kLargestSmall / kStep + 1> free_blocks{};
unsigned char* slab = nullptr;
std::size_t slab_left = 0;

Header* header_of(void* block) {
    return static_cast<Header*>(block) - 1;
}

void* take(int wanted) {
    const std::size_t size = (static_cast<std::size_t>(wanted) + kStep - 1) / kStep * kStep;
    Header* header = nullptr;
    if (size > kLargestSmall) {
        header = static_cast<Header*>(std::malloc(sizeof(Header) + size));
    } else if (free_blocks[size / kStep] != nullptr) {
        header = free_blocks[size / kStep];
        free_blocks[size / kStep] = header->next;
    } else {
        if (slab_left < sizeof(Header) + size) {
            slab = static_cast<unsigned char*>(std::malloc(kSlab));
            slab_left = slab == nullptr ? 0 : kSlab;
        }
        if (slab_left != 0) {
            header = reinterpret_cast<Header*>(slab);
            slab += sizeof(Header) + size;
            slab_left -= sizeof(Header) + size;
        }
    }
    if (header == nullptr) {
        return nullptr;
    }
    header->size = size;
    return header + 1;
}

void give_back(void* block) {
    Header* header = header_of(block);
    if (header->size > kLargestSmall) {
        std::free(header);
        return;
    }
    header->next = free_blocks[header->size / kStep];
    free_blocks[header->size / kStep] = header;
}

int size_of(void* block) {
    return static_cast<int>(header_of(block)->size);
}

void* resize(void* block, int wanted) {
    if (size_of(block) >= wanted) {
        return block;
    }
    void* larger = take(wanted);
    if (larger != nullptr) {
        std::memcpy(larger, block, header_of(block)->size);
        give_back(block);
    }
    return larger;
}

int rounded(int wanted) {
    return static_cast<int>((static_cast<std::size_t>(wanted) + kStep - 1) / kStep * kStep);
}

int begin(void*) {
    return SQLITE_OK;
}

void end(void*) {}

}  // namespace

void give_sqlite_a_pool() {
    static sqlite3_mem_methods methods{take, give_back, resize, size_of, rounded, begin, end, nullptr};
    sqlite3_config(SQLITE_CONFIG_MALLOC, &methods);
}

}  // namespace onduty
