using System.CommandLine;

namespace GameNight.Benchmarks.Endurance.Requests;

/// <summary>
/// <c>requests</c>: sends odd requests to every route of a game, with methods, content types and credentials mixed, and looks at the
/// answers for what must not be in them.
/// </summary>
internal static class RequestsCommand
{
    public static Command Create()
    {
        var count = new Option<int>("--count") { Description = "The number of requests.", DefaultValueFactory = _ => 20_000 };
        var seed = new Option<int>("--seed") { Description = "The same requests for the same number.", DefaultValueFactory = _ => 1 };
        var command = new Command("requests", "Send odd requests to every route, and look for answers that must not be.") { count, seed };
        command.SetAction((parsed, cancellation) => OddRun.RunAsync(parsed.GetValue(count), parsed.GetValue(seed), cancellation));
        return command;
    }
}
