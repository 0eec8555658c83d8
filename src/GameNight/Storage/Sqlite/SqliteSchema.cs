using System.Globalization;
using Microsoft.Data.Sqlite;

namespace GameNight.Storage.Sqlite;

/// <summary>The tables of a database file, as the scripts that make them. <c>PRAGMA user_version</c> counts those that have run.</summary>
/// <param name="scripts">
/// In their order. A script never changes once it has shipped: a change to the tables is a new one at the end.
/// </param>
public sealed class SqliteSchema(params IReadOnlyList<string> scripts)
{
    /// <summary>Runs the scripts that have not run yet, in one transaction. Several processes may do so at once.</summary>
    /// <exception cref="StoreException">A newer build made the file.</exception>
    public void Migrate(SqliteConnection connection)
    {
        if (VersionOf(connection) == scripts.Count)
            return;
        using var transaction = connection.BeginTransaction();
        var version = VersionOf(connection);
        if (version > scripts.Count)
        {
            throw new StoreException(
                $"{connection.DataSource} has tables of version {version}, and this program knows them up to {scripts.Count}: "
                + "it needs the newer program that made it.");
        }

        for (; version < scripts.Count; version++)
            connection.Execute(scripts[version]);
        connection.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {version}"));
        transaction.Commit();
    }

    private static int VersionOf(SqliteConnection connection) => checked((int)connection.Number("PRAGMA user_version"));
}
