using System.CommandLine;
using GameNight.Backup;
using GameNight.Hosting;
using GameNight.Identity.Access;
using GameNight.Observations.Erasure;
using GameNight.Privacy;
using GameNight.Scoreboard.Projection;

namespace GameNight.Commands;

/// <summary><c>forget</c>: deletes everything that is kept of a player.</summary>
public static class ForgetCommand
{
    public static Command Create()
    {
        var player = new Argument<string>("player") { Description = "The player's number, which the page About shows to its player." };
        var command = new Command(
            "forget",
            "Delete everything that's kept of a player: drawings, answers, name, and what was learned for the player alone. A running "
            + "game forgets it within seconds. Takes settings as serve does.")
        {
            player,
        };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetRequiredValue(player), GameOptions.ReadFor([.. parsed.UnmatchedTokens]), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string player, GameOptions options, CancellationToken cancellation)
    {
        if (player == Players.Host)
        {
            await Console.Error.WriteLineAsync("The host is no player; name the player whose drawings are to be deleted.");
            return 1;
        }

        using var use = DataFolderLock.Share(options.Folders.Data);
        await using var services = ErasureServices.Build(options);
        await services.GetRequiredService<PlayerErasure>().RequestAsync(player, cancellation);
        await services.GetRequiredService<ErasureSweep>().RunAsync(expired: false, cancellation);
        // Where no game runs, nobody else would.
        await services.GetRequiredService<FactFile>().ClearAsync(cancellation);
        Console.WriteLine("Nothing is left of this player here. Versions that have learned from the drawings stay as they are.");
        return 0;
    }
}
