using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using GameNight.Training.Examples;

namespace GameNight.Retraining.Evaluation;

/// <summary>
/// Splits examples by player into a part to learn from and a part to evaluate on. A player is on the same side in every run and on
/// every machine, so that no version has learned from the drawings on which the next one is compared with it.
/// </summary>
public static class PlayerSplit
{
    /// <summary>About one player in this many is held out.</summary>
    private const uint HeldOutOf = 4;

    /// <summary>Each player's place is a hash of the name; the lowest quarter of all places is held out.</summary>
    /// <returns>
    /// Two parts that together are all examples. Where all of several players fall onto one side, the one next to the border is moved.
    /// </returns>
    public static (IReadOnlyList<TrainingExample> Learned, IReadOnlyList<TrainingExample> HeldOut) Split(
        IReadOnlyList<TrainingExample> examples)
    {
        var players = examples.Select(example => example.Player).Distinct()
            .OrderBy(Place).ThenBy(player => player, StringComparer.Ordinal).ToList();
        var heldOut = players.TakeWhile(player => Place(player) < uint.MaxValue / HeldOutOf).ToHashSet();
        if (heldOut.Count == 0 && players.Count > 1)
            heldOut.Add(players[0]);
        if (heldOut.Count == players.Count && players.Count > 1)
            heldOut.Remove(players[^1]);
        var parts = examples.ToLookup(example => heldOut.Contains(example.Player));
        return ([.. parts[false]], [.. parts[true]]);
    }

    private static uint Place(string player) => BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(player)));
}
