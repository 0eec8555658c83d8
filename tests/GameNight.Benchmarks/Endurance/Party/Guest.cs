using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using GameNight.Drawing.Strokes;

namespace GameNight.Benchmarks.Endurance.Party;

/// <summary>Somebody who draws, looks, guesses and marks, again and again.</summary>
internal sealed class Guest(PartyFigures figures, DrawnInk drawings, Pace pace, int number)
{
    /// <summary>A house full: more pages than a game has open at one address live in several.</summary>
    private const int House = 150;

    private static readonly TimeSpan Click = TimeSpan.FromMilliseconds(250);

    private readonly Random _random = new(number);
    private readonly IPAddress _address = new([127, 0, 0, (byte)(4 + number / House)]);
    private Ink? _drawn;

    /// <returns>How many drawings were called saved, and are not there.</returns>
    public async Task<int> PlayAsync(Uri game, TimeSpan time, CancellationToken cancellation)
    {
        // Not all come through the door at the same moment.
        await Task.Delay(pace.Drawing * _random.NextDouble(), cancellation);
        await using var player = await PagePlayer.OpenAsync(game, _address, cancellation);
        while (figures.Clock.Elapsed < time)
        {
            var next = figures.Clock.Elapsed + pace.Drawing * (0.75 + 0.5 * _random.NextDouble());
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
        (_drawn, _) = drawings.Next(_random, _drawn);
        foreach (var drawn in pace.Parts is { } parts ? PagePlayer.InParts(_drawn, parts) : PagePlayer.AsItGrows(_drawn))
        {
            await Task.Delay(pace.Stroke, cancellation);
            await figures.TimeAsync(figures.Live, () => player.DrawAsync(drawn));
        }

        await Task.Delay(Click, cancellation);
        await figures.TimeAsync(figures.Answers, player.GuessAsync);
        await Task.Delay(Click, cancellation);
        await figures.TimeAsync(figures.Saved, player.MarkAsync);
    }
}
