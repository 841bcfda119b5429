#include "core/store/network_share.h"

#include <sys/vfs.h>

#include <algorithm>
#include <array>

namespace aiagent::store {
namespace {

constexpr std::array<std::uint64_t, 12> kNetworkTypes = {
    0x6969,      // NFS
    0x517b,      // SMB
    0xff534d42,  // CIFS
    0xfe534d42,  // SMB2
    0x65735546,  // FUSE: sshfs, rclone, cloud drives
    0x5346414f,  // AFS
    0x6b414653,  // kAFS
    0x73757245,  // Coda
    0x00c36400,  // Ceph
    0x01021997,  // 9P
    0x0bd00bd0,  // Lustre
    0x47504653,  // GPFS
};

}  // namespace

bool isNetworkFileSystem(std::uint64_t type) {
  return std::find(kNetworkTypes.begin(), kNetworkTypes.end(), type) != kNetworkTypes.end();
}

bool isOnNetworkShare(const std::filesystem::path& folder) {
  struct statfs about {};
  if (::statfs(folder.c_str(), &about) != 0) return false;
  return isNetworkFileSystem(static_cast<std::uint64_t>(about.f_type) & 0xffffffffu);
}

}  // namespace aiagent::store
