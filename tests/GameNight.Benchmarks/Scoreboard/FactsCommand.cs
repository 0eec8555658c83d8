using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using GameNight.Scoreboard.Projection;
using GameNight.Scoreboard.Results;
using GameNight.Simulation;
using Microsoft.Data.Sqlite;

namespace GameNight.Benchmarks.Scoreboard;

/// <summary>
/// <c>facts</c>: counts the figures of the charts for a filter that is not cached: all of them at once over the
/// <see cref="FactTable"/>, and some of them with SQLite over the same facts in memory, one row for each guess. Measures processor
/// time, which other programs on the machine affect less than elapsed time.
/// </summary>
internal static class FactsCommand
{
    private const string Confusion = """
        SELECT contender, mark, digit, count(*) FROM guess
        WHERE time >= 10000000 AND mark < 10 GROUP BY contender, mark, digit
        """;

    private const string Hours = """
        SELECT contender, time / 36000000000, count(*), sum(digit = mark) FROM guess
        WHERE time >= 10000000 AND mark < 10 GROUP BY 1, 2
        """;

    // A bit for each contestant that guessed a drawing, and for each that was right. A join of the table with itself is far slower.
    private const string Pairs = """
        SELECT guessed, correct, count(*) FROM (
            SELECT sum(1 << contender) AS guessed, sum((digit = mark) << contender) AS correct FROM guess
            WHERE time >= 10000000 AND mark < 10 GROUP BY play)
        GROUP BY 1, 2
        """;

    public static Command Create()
    {
        var plays = new Option<int>("--plays")
        {
            Description = "The number of observations of a simulated crowd.",
            DefaultValueFactory = _ => 1_000_000,
        };
        var passes = new Option<int>("--passes") { Description = "The number of repetitions.", DefaultValueFactory = _ => 5 };
        var command = new Command("facts", "Measure counting over the scoreboard's table of facts and in SQLite.") { plays, passes };
        command.SetAction(parsed => Measure(parsed.GetValue(plays), parsed.GetValue(passes)));
        return command;
    }

    private static void Measure(int plays, int passes)
    {
        var (table, connection) = Fill(plays);
        using var closing = connection;
        var filter = new Filter { From = DateTimeOffset.UnixEpoch.AddSeconds(1) };
        Print("fact table, all figures of the charts", passes, () =>
            ScoreTally.Count(table, filter, TimeZoneInfo.Utc, default).Statistics.Labelled);
        Print("SQLite, confusion matrices", passes, () => Rows(connection, Confusion));
        Print("SQLite, accuracy by the hour", passes, () => Rows(connection, Hours));
        Print("SQLite, pairs on the same drawing", passes, () => Rows(connection, Pairs));
        using (var index = Command(connection, "CREATE INDEX guess_confusion ON guess (contender, mark, digit, time)"))
            index.ExecuteNonQuery();
        Print("SQLite, confusion matrices, with an index for them", passes, () => Rows(connection, Confusion));
    }

    private static void Print(string title, int passes, Func<int> count)
    {
        using var process = Process.GetCurrentProcess();
        var result = count();
        var times = new List<double>();
        for (var pass = 0; pass < passes; pass++)
        {
            process.Refresh();
            var before = process.TotalProcessorTime;
            count();
            process.Refresh();
            times.Add((process.TotalProcessorTime - before).TotalMilliseconds);
        }

        times.Sort();
        Console.WriteLine(
            $"{title}: {times[times.Count / 2]:N0} ms of processor time (median), {times[0]:N0} ms (least); {result:N0} counted");
    }

    private static (FactTable Table, SqliteConnection Connection) Fill(int plays)
    {
        var (table, connection) = (new FactTable(), new SqliteConnection("Data Source=:memory:"));
        connection.Open();
        using var create = Command(connection, """
            CREATE TABLE guess (play INTEGER, time INTEGER, player INTEGER, mark INTEGER, contender INTEGER, digit INTEGER,
                confidence REAL, PRIMARY KEY (play, contender)) WITHOUT ROWID
            """);
        create.ExecuteNonQuery();
        using var transaction = connection.BeginTransaction();
        using var insert = Command(connection, "INSERT INTO guess VALUES ($0, $1, $2, $3, $4, $5, $6)");
        for (var i = 0; i < 7; i++)
            insert.Parameters.AddWithValue(string.Create(CultureInfo.InvariantCulture, $"${i}"), 0);
        foreach (var observation in new Crowd(new CrowdOptions(plays, DateTimeOffset.UnixEpoch)).Play())
            Add(PlayFacts.Of(observation), table, insert);
        transaction.Commit();
        return (table, connection);
    }

    private static void Add(PlayFacts play, FactTable table, SqliteCommand insert)
    {
        var row = table[table.Append(play)];
        // Above 9 for a drawing without a label or excluded from all figures.
        var label = row.Label.IsExcluded || row.Label.Digit < 0 ? 10 : row.Label.Digit;
        for (var i = 0; i < row.Versions.Length; i++)
        {
            var time = play.Time - DateTimeOffset.UnixEpoch.UtcTicks;
            object[] values = [row.Row, time, row.Player, label, row.Versions[i], row.Digits[i], row.Confidences[i]];
            for (var value = 0; value < values.Length; value++)
                insert.Parameters[value].Value = values[value];
            insert.ExecuteNonQuery();
        }
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql)
    {
        var command = connection.CreateCommand();
        (command.CommandText, command.CommandTimeout) = (sql, 0);
        return command;
    }

    private static int Rows(SqliteConnection connection, string sql)
    {
        using var command = Command(connection, sql);
        using var reader = command.ExecuteReader();
        var rows = 0;
        while (reader.Read())
            rows++;
        return rows;
    }
}
