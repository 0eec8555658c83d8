using GameNight.Drawing.Strokes;
using GameNight.Observations.Store;
using GameNight.Tests.Observations.Store;
using GameNight.Tests.Scoreboard;

namespace GameNight.Tests.Pages.Boards;

/// <summary>Plays of five players over two nights: labelled or not, corrected, set aside, surprised, with a version on shadow.</summary>
internal static class RandomPlays
{
    private static readonly string[] Algorithms = ["cnn", "k-means", "trees"];
    private static readonly DateTimeOffset Start = new(2026, 11, 19, 18, 0, 0, TimeSpan.Zero);

    /// <summary>Stores the plays, six minutes from one to the next.</summary>
    public static async Task StoreAsync(IObservationStore store, Random random, int count)
    {
        for (var i = 0; i < count; i++)
            await StoreOneAsync(store, random, i);
    }

    private static async Task StoreOneAsync(IObservationStore store, Random random, int number)
    {
        var label = random.Next(10);
        var play = ScoredObservations.Play(
            null, Start.AddMinutes(6 * number), Algorithms.Select((name, i) => (name, Guess(0.9 - 0.1 * i)))) with
        {
            Player = $"player {random.Next(5)}",
            Chosen = Algorithms[random.Next(3)],
            ChosenBy = (ChosenBy)random.Next(2),
            Input = (InputKind)random.Next(3),
            Shadows = number > 300 ? [ObservationBuilder.Guess("trees", Guess(0.95), 0.2f) with { Version = "2" }] : [],
        };
        await store.AppendAsync(play, default);
        if (random.Next(5) > 0)
            await store.LabelAsync(play.Id, new Label(label, play.Player, play.Time.AddSeconds(4)), default);
        if (random.Next(10) == 0)
            await store.LabelAsync(play.Id, new Label((label + 1) % 10, play.Player, play.Time.AddSeconds(9)), default);
        if (random.Next(15) == 0)
            await store.ExcludeAsync(play.Id, true, default);

        int Guess(double skill) => random.NextDouble() < skill ? label : random.Next(10);
    }
}
