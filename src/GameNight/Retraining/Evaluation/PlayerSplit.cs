using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using GameNight.Training.Examples;

namespace GameNight.Retraining.Evaluation;

/// <summary>
/// Who is learned from and who is judged on. A person is always on the same side, in every run and on every machine, so that
/// no version that ever played has seen the drawings on which the next one is compared with it.
/// </summary>
public static class PlayerSplit
{
    /// <summary>About one person in so many is held out.</summary>
    private const uint HeldOutOf = 4;

    /// <returns>Both parts together are all lessons. Where everybody falls onto one side, the person next to the border is moved.</returns>
    public static (IReadOnlyList<TrainingExample> Learned, IReadOnlyList<TrainingExample> HeldOut) Split(IReadOnlyList<TrainingExample> lessons)
    {
        var players = lessons.Select(lesson => lesson.Player).Distinct().OrderBy(Place).ThenBy(player => player, StringComparer.Ordinal).ToList();
        var heldOut = players.TakeWhile(player => Place(player) < uint.MaxValue / HeldOutOf).ToHashSet();
        if (heldOut.Count == 0 && players.Count > 1)
            heldOut.Add(players[0]);
        if (heldOut.Count == players.Count && players.Count > 1)
            heldOut.Remove(players[^1]);
        var parts = lessons.ToLookup(lesson => heldOut.Contains(lesson.Player));
        return ([.. parts[false]], [.. parts[true]]);
    }

    private static uint Place(string player) => BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(player)));
}
