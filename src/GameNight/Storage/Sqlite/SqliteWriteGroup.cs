using Microsoft.Data.Sqlite;

namespace GameNight.Storage.Sqlite;

/// <summary>Work that shares a transaction, and so one wait for the disk.</summary>
/// <param name="writes">The work, in the order in which it is done.</param>
/// <param name="run">Runs something on a connection.</param>
/// <param name="explain">Says in words what the work with this beginning of a message failed with.</param>
internal sealed class SqliteWriteGroup(
    IReadOnlyList<SqliteWrite> writes, Func<Func<SqliteConnection, bool>, bool> run, Func<string, Exception, Exception> explain)
{
    private readonly object?[] _outcomes = new object?[writes.Count];
    private readonly List<int> _open = [.. Enumerable.Range(0, writes.Count)];
    private int? _current;

    /// <summary>Does the work. What fails does so alone: the rest is written without it.</summary>
    /// <returns>For each its result, which is on the disk, or the exception that it failed with.</returns>
    public IReadOnlyList<object?> Write()
    {
        while (!TryWrite())
        {
        }

        _open.ForEach(Tell);
        return _outcomes;
    }

    private void Tell(int i)
    {
        try
        {
            writes[i].Committed(_outcomes[i]);
        }
        catch (Exception e)
        {
            // It concerns this one's writer alone: all are on the disk.
            _outcomes[i] = e;
        }
    }

    /// <returns>False where nothing is written, and fewer are left to try.</returns>
    private bool TryWrite()
    {
        _current = null;
        try
        {
            return run(WriteIn);
        }
        catch (Exception e)
        {
            // Where no single one is to blame, such as a full disk at the commit, it is the same for all of them.
            List<int> failed = _current is { } current ? [current] : [.. _open];
            failed.ForEach(i => _outcomes[i] = explain(writes[i].Failure, e));
            _open.RemoveAll(failed.Contains);
            return _open.Count == 0;
        }
    }

    private bool WriteIn(SqliteConnection connection)
    {
        using var transaction = connection.BeginTransaction();
        foreach (var i in _open.ToList())
        {
            if (writes[i].Cancellation.IsCancellationRequested)
            {
                _outcomes[i] = new OperationCanceledException(writes[i].Cancellation);
                _open.Remove(i);
                continue;
            }

            _current = i;
            _outcomes[i] = writes[i].Work(connection);
        }

        _current = null;
        transaction.Commit();
        return true;
    }
}
