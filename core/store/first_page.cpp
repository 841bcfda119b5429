#include "core/store/first_page.h"

#include <sqlite3.h>

#include <fstream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace aiagent::store {
namespace {

namespace fs = std::filesystem;

// Places in the file, from https://www.sqlite.org/fileformat2.html
constexpr std::size_t kPageSizeAt = 16, kChangesAt = 24, kPagesAt = 28, kFreePagesAt = 32, kValidForAt = 92;
constexpr std::size_t kRootAt = 100;  // of the b-tree in the first page, behind the header
constexpr std::size_t kCellsAt = 3, kRightmostAt = 8, kFirstCellAt = 12;
constexpr char kInterior = 5;

std::uint32_t numberAt(std::string_view bytes, std::size_t at, std::size_t length = 4) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < length; ++i)
    value = (value << 8) | static_cast<unsigned char>(bytes.at(at + i));
  return value;
}

void setNumber(std::string& bytes, std::size_t at, std::uint32_t value) {
  for (std::size_t i = 0; i < 4; ++i) bytes.at(at + i) = static_cast<char>(value >> (24 - 8 * i));
}

// A database as the bytes of its file.
struct Image {
  std::string bytes;
  std::size_t pageSize = 0;

  std::string_view page(std::uint32_t number) const {
    return std::string_view(bytes).substr((number - 1) * pageSize, pageSize);
  }
};

std::optional<Image> imageOf(Connection& connection) {
  sqlite3_int64 size = 0;
  const std::unique_ptr<unsigned char, void (*)(void*)> data(
      sqlite3_serialize(connection.handle(), "main", &size, 0), sqlite3_free);
  if (!data || size < 512) return std::nullopt;
  Image image{std::string(reinterpret_cast<const char*>(data.get()), static_cast<std::size_t>(size))};
  image.pageSize = numberAt(image.bytes, kPageSizeAt, 2);
  if (image.pageSize == 1) image.pageSize = 65'536;
  if (image.pageSize < 512 || image.bytes.size() % image.pageSize != 0) return std::nullopt;
  return image;
}

// The pages behind the first that the list of tables is on; empty when there are none.
std::vector<std::uint32_t> pagesOfTableList(const Image& image) {
  const auto first = image.page(1);
  if (first[kRootAt] != kInterior) return {};
  std::vector<std::uint32_t> pages{numberAt(first, kRootAt + kRightmostAt)};
  const auto cells = numberAt(first, kRootAt + kCellsAt, 2);
  for (std::size_t cell = 0; cell < cells; ++cell)
    pages.push_back(numberAt(first, numberAt(first, kRootAt + kFirstCellAt + 2 * cell, 2)));
  return pages;
}

// What cannot be read becomes zeros, which no table takes for rows.
std::string readPage(std::ifstream& file, std::uint32_t number, std::size_t pageSize) {
  std::string page(pageSize, '\0');
  file.clear();
  file.seekg(static_cast<std::streamoff>((number - 1) * pageSize));
  file.read(page.data(), static_cast<std::streamsize>(pageSize));
  return page;
}

// The page of the list of tables that is not as in `fresh`: the first, where only its own part of the list
// counts, or another. Nothing when none or several differ; several are another list, not damage.
std::optional<std::uint32_t> damagedPageOf(const Image& fresh, std::ifstream& file) {
  const auto pages = pagesOfTableList(fresh);
  std::vector<std::uint32_t> damaged;
  if (readPage(file, 1, fresh.pageSize).substr(kRootAt) != fresh.page(1).substr(kRootAt))
    damaged.push_back(1);
  for (const auto page : pages)
    if (readPage(file, page, fresh.pageSize) != fresh.page(page)) damaged.push_back(page);
  if (pages.empty() || damaged.size() != 1) return std::nullopt;
  return damaged.front();
}

std::string firstPage(const Image& fresh, std::uint32_t pages) {
  std::string page(fresh.page(1));
  setNumber(page, kChangesAt, 1);
  setNumber(page, kValidForAt, 1);
  setNumber(page, kPagesAt, pages);
  setNumber(page, kFreePagesAt, 0);
  setNumber(page, kFreePagesAt + 4, 0);
  return page;
}

}  // namespace

std::unique_ptr<MendedCopy> MendedCopy::withFirstPageOf(Connection& fresh, const fs::path& damaged) {
  const auto image = imageOf(fresh);
  std::ifstream from(damaged, std::ios::binary);
  std::error_code error;
  const auto size = fs::file_size(damaged, error);
  if (!image || !from || error) return nullptr;
  const auto lost = damagedPageOf(*image, from);
  if (!lost) return nullptr;
  const auto pages = static_cast<std::uint32_t>(size / image->pageSize);
  std::unique_ptr<MendedCopy> copy(new MendedCopy(damaged.string() + ".mended"));
  std::ofstream to(copy->file(), std::ios::binary | std::ios::trunc);
  to << firstPage(*image, pages);
  for (std::uint32_t page = 2; page <= pages && to; ++page) {
    if (page == *lost)
      to << image->page(page);
    else
      to << readPage(from, page, image->pageSize);
  }
  to.close();
  if (!to) return nullptr;
  const fs::path wal = damaged.string() + "-wal";
  if (fs::exists(wal, error)) fs::copy_file(wal, copy->file().string() + "-wal", error);
  return copy;
}

MendedCopy::~MendedCopy() {
  std::error_code ignored;
  for (const char* suffix : {"", "-wal", "-shm"}) fs::remove(m_file.string() + suffix, ignored);
}

}  // namespace aiagent::store
