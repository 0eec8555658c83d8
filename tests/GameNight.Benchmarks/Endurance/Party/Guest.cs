using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using GameNight.Drawing.Strokes;

namespace GameNight.Benchmarks.Endurance.Party;

/// <summary>Somebody who draws, looks, guesses and marks, a drawing about every two seconds.</summary>
internal sealed class Guest(PartyFigures figures, DrawnInk drawings, Random random)
{
    private const double Pace = 2;

    private static readonly IPAddress Address = IPAddress.Parse("127.0.0.4");
    private static readonly TimeSpan Stroke = TimeSpan.FromMilliseconds(350);
    private static readonly TimeSpan Click = TimeSpan.FromMilliseconds(250);

    private Ink? _drawn;

    /// <returns>How many drawings were called saved, and are not there.</returns>
    public async Task<int> PlayAsync(Uri game, TimeSpan time, CancellationToken cancellation)
    {
        // Not all come through the door at the same moment.
        await Task.Delay(TimeSpan.FromSeconds(Pace * random.NextDouble()), cancellation);
        await using var player = await PagePlayer.OpenAsync(game, Address, cancellation);
        while (figures.Clock.Elapsed < time)
        {
            var next = figures.Clock.Elapsed + TimeSpan.FromSeconds(Pace * (0.75 + 0.5 * random.NextDouble()));
            try
            {
                await DrawAsync(player, cancellation);
            }
            catch (Exception e) when (!cancellation.IsCancellationRequested)
            {
                figures.Refuse(e.Message);
            }

            var rest = next - figures.Clock.Elapsed;
            await Task.Delay(rest > TimeSpan.Zero ? rest : TimeSpan.Zero, cancellation);
        }

        var kept = await player.Browser.GetFromJsonAsync<JsonElement>("/api/players/me", cancellation);
        return Math.Max(0, player.Saved - kept.GetProperty("observations").GetInt32());
    }

    private async Task DrawAsync(PagePlayer player, CancellationToken cancellation)
    {
        (_drawn, _) = drawings.Next(random, _drawn);
        foreach (var drawn in PagePlayer.AsItGrows(_drawn))
        {
            await Task.Delay(Stroke, cancellation);
            await figures.TimeAsync(figures.Live, () => player.DrawAsync(drawn));
        }

        await Task.Delay(Click, cancellation);
        await figures.TimeAsync(figures.Answers, player.GuessAsync);
        await Task.Delay(Click, cancellation);
        await figures.TimeAsync(figures.Saved, player.MarkAsync);
    }
}
