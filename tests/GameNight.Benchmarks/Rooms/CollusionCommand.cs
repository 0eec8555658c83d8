using System.CommandLine;
using System.Globalization;
using GameNight.Tests.Rooms.Collusion;

namespace GameNight.Benchmarks.Rooms;

/// <summary><c>collusion</c>: what people in a room get for holding together, in simulated games by the rules.</summary>
internal static class CollusionCommand
{
    private static readonly (int People, int Allies)[] Rooms = [(12, 4), (4, 2), (6, 2), (9, 3), (20, 7), (40, 13)];

    public static Command Create()
    {
        var games = new Option<int>("--games") { Description = "How many games of each.", DefaultValueFactory = _ => 1000 };
        var command = new Command("collusion", "Simulate rooms in which some hold together, and count what they get for it.") { games };
        command.SetAction(parsed =>
        {
            Console.WriteLine(
                "| people | together | scheme | honest | together | gain a game | for agreeing | for known drawings | each other |");
            Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
            foreach (var (people, allies) in Rooms)
            {
                foreach (var scheme in Enum.GetValues<Scheme>().Where(scheme => scheme != Scheme.None))
                {
                    var study = CollusionStudy.Of(people, allies, scheme, parsed.GetValue(games));
                    Console.WriteLine(string.Create(
                        CultureInfo.InvariantCulture,
                        $"| {people} | {allies} | {scheme} | {study.Honest.Mean:N0} | {study.Allied.Mean:N0} | {Text(study.Gain)} | "
                            + $"{Text(study.Agreeing)} | {Text(study.KnownDrawings)} | {Text(study.Others)} |"));
                }
            }
        });
        return command;
    }

    private static string Text(MeanOfGames mean) =>
        string.Create(CultureInfo.InvariantCulture, $"{mean.Mean:+0;-0;0} ({mean.Low:+0;-0;0} to {mean.High:+0;-0;0})");
}
