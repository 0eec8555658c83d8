using System.CommandLine;
using GameNight.Benchmarks.Endurance.Party;

namespace GameNight.Benchmarks.Endurance.Balanced;

/// <summary><c>balanced</c>: an evening at several games behind a balancer, of which one is killed and one is added.</summary>
internal static class BalancedCommand
{
    public static Command Create()
    {
        var minutes = new Option<double>("--minutes") { Description = "How long they play.", DefaultValueFactory = _ => 3 };
        var players = new Option<int>("--players")
        {
            Description = "How many play from the start; a third as many come when the last game is added.",
            DefaultValueFactory = _ => 30,
        };
        var balancer = new Option<FileInfo>("--balancer")
        {
            Description = "The configuration of HAProxy.",
            DefaultValueFactory = _ => new FileInfo(Path.Combine("docs", "haproxy.cfg")),
        };
        var tests = new Option<DirectoryInfo>("--tests")
        {
            Description = "The folder of the tests, which have the servers of the table and the bucket (npm ci).",
            DefaultValueFactory = _ => new DirectoryInfo(Path.Combine("tests", "GameNight.Tests")),
        };
        var ink = new Option<FileInfo?>("--ink")
        {
            Description = "A file of recorded ink that they draw, as fetch-ink gets one. Without it, they draw made-up digits.",
        };
        var command = new Command("balanced", "Kill a game behind a balancer while many play, and add another. Only on Linux.")
        {
            minutes, players, balancer, tests, ink,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            // s3rver knows these alone.
            Environment.SetEnvironmentVariable("AWS_ACCESS_KEY_ID", "S3RVER");
            Environment.SetEnvironmentVariable("AWS_SECRET_ACCESS_KEY", "S3RVER");
            var drawings = await DrawnInk.ReadAsync(parsed.GetValue(ink), cancellation);
            var evening = new BalancedEvening(
                drawings, Pace.Fast, TimeSpan.FromMinutes(parsed.GetValue(minutes)), parsed.GetValue(players));
            await evening.RunAsync(
                parsed.GetRequiredValue(tests).FullName, parsed.GetRequiredValue(balancer).FullName, cancellation);
        });
        return command;
    }
}
