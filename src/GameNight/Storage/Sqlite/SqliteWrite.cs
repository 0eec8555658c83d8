using Microsoft.Data.Sqlite;

namespace GameNight.Storage.Sqlite;

/// <summary>Work that waits for its transaction.</summary>
/// <param name="Failure">Begins the message of a failure.</param>
/// <param name="Work">Writes.</param>
/// <param name="Committed">Gets the work's result after the commit.</param>
/// <param name="Cancellation">Keeps the work from starting.</param>
internal sealed record SqliteWrite(
    string Failure, Func<SqliteConnection, object?> Work, Action<object?> Committed, CancellationToken Cancellation);
