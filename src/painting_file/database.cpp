#include "painting_file/database.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <cmath>
#include <filesystem>

namespace allaprima {
namespace {

/// The longest value of a painting file is the reference's pixels: 6144 × 6144 × 3 × 2 bytes.
constexpr int kLongestValue = 232 << 20;
constexpr int kPatienceMs = 5000;

void distrust(sqlite3* connection) {
    sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(connection, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(connection, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
    sqlite3_limit(connection, SQLITE_LIMIT_LENGTH, kLongestValue);
    sqlite3_limit(connection, SQLITE_LIMIT_TRIGGER_DEPTH, 1);
    sqlite3_busy_timeout(connection, kPatienceMs);
}

/// Without a folder in front, SQLite would take some names for a URI or for a database in memory.
std::string unmistakable(const std::string& path) {
    std::error_code error;
    const std::filesystem::path full = std::filesystem::absolute(path, error);
    return error ? "./" + path : full.string();
}

}  // namespace

void Database::Closer::operator()(sqlite3* connection) const {
    sqlite3_close_v2(connection);
}

Result<Database> Database::open(const std::string& path, Mode mode) {
    const int access = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    const int flags = mode == Mode::Create ? access | SQLITE_OPEN_CREATE : access;
    sqlite3* connection = nullptr;
    const int code = sqlite3_open_v2(unmistakable(path).c_str(), &connection, flags, nullptr);
    Database database(connection);
    if (code != SQLITE_OK)
        return Error{connection ? sqlite3_errmsg(connection) : sqlite3_errstr(code)};
    distrust(connection);
    // Rollback journal, not a write-ahead log: between transactions a painting is one file that can be
    // copied, and it can be read from a medium that cannot be written. FULL survives a power cut.
    database.run(
        "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA secure_delete = ON;"
        "PRAGMA synchronous = FULL");
    // A file in the making is thrown away when anything fails; a journal would outlive a killed run.
    if (mode == Mode::Create)
        database.run("PRAGMA journal_mode = MEMORY");
    if (database.failed())
        return database.outcome().error();
    return database;
}

void Database::run(const std::string& sql) {
    if (!failed())
        check(sqlite3_exec(connection_.get(), sql.c_str(), nullptr, nullptr, nullptr));
}

void Database::fail(std::string fault) {
    if (!failed())
        fault_ = std::move(fault);
}

Status Database::outcome() {
    if (!failed())
        return Done{};
    return Error{std::exchange(fault_, {})};
}

void Database::check(int code) {
    if (code != SQLITE_OK && code != SQLITE_ROW && code != SQLITE_DONE)
        fail(sqlite3_errmsg(connection_.get()));
}

void Statement::Finaliser::operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
}

Statement::Statement(Database& database, const std::string& sql) : database_(database) {
    if (database_.failed())
        return;
    sqlite3_stmt* statement = nullptr;
    database_.check(sqlite3_prepare_v2(database_.connection_.get(), sql.c_str(), -1, &statement, nullptr));
    statement_.reset(statement);
}

void Statement::bind(int64_t value) {
    if (!database_.failed())
        database_.check(sqlite3_bind_int64(statement_.get(), ++parameter_, value));
}

void Statement::bind(double value) {
    // SQLite would keep a NaN as "nothing", which the reader then refuses.
    if (!std::isfinite(value))
        database_.fail("a number to be saved is not finite");
    if (!database_.failed())
        database_.check(sqlite3_bind_double(statement_.get(), ++parameter_, value));
}

void Statement::bind(std::string_view text) {
    if (!database_.failed())
        database_.check(sqlite3_bind_text64(statement_.get(), ++parameter_, text.data(), text.size(),
                                            SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Statement::bind(std::span<const std::byte> bytes) {
    if (database_.failed())
        return;
    ++parameter_;
    if (bytes.empty())
        database_.check(sqlite3_bind_zeroblob(statement_.get(), parameter_, 0));
    else
        database_.check(
            sqlite3_bind_blob64(statement_.get(), parameter_, bytes.data(), bytes.size(), SQLITE_TRANSIENT));
}

void Statement::bind_nothing() {
    if (!database_.failed())
        database_.check(sqlite3_bind_null(statement_.get(), ++parameter_));
}

bool Statement::step() {
    if (database_.failed())
        return false;
    column_ = 0;
    const int code = sqlite3_step(statement_.get());
    database_.check(code);
    return code == SQLITE_ROW;
}

void Statement::carry_out() {
    step();
    if (!database_.failed())
        database_.check(sqlite3_reset(statement_.get()));
    parameter_ = 0;
}

bool Statement::next_is_nothing() {
    return !database_.failed() && sqlite3_column_type(statement_.get(), column_) == SQLITE_NULL;
}

bool Statement::column_is(int type) {
    if (database_.failed())
        return false;
    if (sqlite3_column_type(statement_.get(), column_) == type)
        return true;
    refuse("is of the wrong kind");
    return false;
}

void Statement::refuse(const char* why) {
    database_.fail(fmt::format("{} {}", sqlite3_column_name(statement_.get(), column_), why));
}

int64_t Statement::whole(int64_t low, int64_t high) {
    if (!column_is(SQLITE_INTEGER))
        return low;
    const int64_t value = sqlite3_column_int64(statement_.get(), column_);
    if (value < low || value > high) {
        refuse("is out of range");
        return low;
    }
    ++column_;
    return value;
}

double Statement::real(double low, double high) {
    if (!column_is(SQLITE_FLOAT))
        return low;
    const double value = sqlite3_column_double(statement_.get(), column_);
    if (!(value >= low && value <= high)) {
        refuse("is out of range");
        return low;
    }
    ++column_;
    return value;
}

std::string Statement::text(size_t longest) {
    if (!column_is(SQLITE_TEXT))
        return {};
    const unsigned char* text = sqlite3_column_text(statement_.get(), column_);
    const auto length = static_cast<size_t>(sqlite3_column_bytes(statement_.get(), column_));
    if (text == nullptr || length > longest) {
        refuse("is too long");
        return {};
    }
    ++column_;
    return {reinterpret_cast<const char*>(text), length};
}

std::span<const std::byte> Statement::blob(size_t longest) {
    if (!column_is(SQLITE_BLOB))
        return {};
    const void* bytes = sqlite3_column_blob(statement_.get(), column_);
    const auto length = static_cast<size_t>(sqlite3_column_bytes(statement_.get(), column_));
    if ((bytes == nullptr && length > 0) || length > longest) {
        refuse("is too long");
        return {};
    }
    ++column_;
    return {static_cast<const std::byte*>(bytes), length};
}

Transaction::Transaction(Database& database) : database_(database) {
    database_.run("BEGIN IMMEDIATE");
    open_ = !database_.failed();
}

Transaction::~Transaction() {
    if (!open_)
        return;
    // The fault that led here is kept; SQLite may have rolled back by itself already.
    Status fault = database_.outcome();
    database_.run("ROLLBACK");
    (void)database_.outcome();
    if (!fault.ok())
        database_.fail(fault.error().message);
}

void Transaction::commit() {
    if (!open_)
        return;
    database_.run("COMMIT");
    open_ = database_.failed();
}

}  // namespace allaprima
