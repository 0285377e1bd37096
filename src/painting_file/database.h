#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace allaprima {

/// A connection to one SQLite database whose contents are not to be trusted.
///
/// The first fault sticks: everything asked afterwards does nothing until outcome() is called, so a run of
/// reads or writes is written down plainly and judged once at its end.
class Database {
  public:
    enum class Mode {
        Create,  ///< A new file, of no worth until it is complete: nothing stands beside it meanwhile.
        Open,    ///< One whose contents survive a killed run.
    };

    /// Opens a file, to write where its permissions allow that and otherwise only to read. Extensions and
    /// functions named by the file's own schema are off, and no value may be longer than a painting needs.
    static Result<Database> open(const std::string& path, Mode mode);

    /// Carries out statements that return nothing.
    void run(const std::string& sql);
    /// Notes a fault of the caller's finding, unless one is noted already.
    void fail(std::string fault);
    bool failed() const { return !fault_.empty(); }
    /// Done, or the first fault since the last call, which is then forgotten.
    Status outcome();

  private:
    friend class Statement;
    struct Closer {
        void operator()(sqlite3* connection) const;
    };
    explicit Database(sqlite3* connection) : connection_(connection) {}
    void check(int code);

    std::unique_ptr<sqlite3, Closer> connection_;
    std::string fault_;
};

/// One SQL statement: bind its parameters, then step through its rows, taking the columns from left to right.
class Statement {
  public:
    Statement(Database& database, const std::string& sql);

    void bind(int64_t value);
    void bind(double value);
    void bind(std::string_view text);
    void bind(std::span<const std::byte> bytes);
    void bind_nothing();

    /// Goes to the next row; false after the last one and after a fault.
    bool step();
    /// Carries the statement out and makes it ready for other parameters.
    void carry_out();

    bool next_is_nothing();
    void skip() { ++column_; }
    int64_t whole(int64_t low, int64_t high);
    double real(double low, double high);
    std::string text(size_t longest);
    /// Valid until the next step.
    std::span<const std::byte> blob(size_t longest);

  private:
    struct Finaliser {
        void operator()(sqlite3_stmt* statement) const;
    };
    bool column_is(int type);
    void refuse(const char* why);

    Database& database_;
    std::unique_ptr<sqlite3_stmt, Finaliser> statement_;
    int parameter_ = 0;
    int column_ = 0;
};

/// All of the changes made while it lives, or none of them.
class Transaction {
  public:
    explicit Transaction(Database& database);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    void commit();

  private:
    Database& database_;
    bool open_ = true;
};

}  // namespace allaprima
