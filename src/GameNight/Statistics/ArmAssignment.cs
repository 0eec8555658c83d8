using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace GameNight.Statistics;

/// <summary>Which arm a player plays on a night: always the same, on every machine, and each arm as often as any other.</summary>
/// <remarks>
/// Rendezvous hashing: every arm draws a number from the player, the night and its own name, and the highest wins. So the order
/// of the list does not matter, an arm that leaves moves only its own players, and one that joins takes an equal share of each
/// other's. D. G. Thaler, C. V. Ravishankar, "Using name-based mappings to increase hit rates", IEEE/ACM Transactions on
/// Networking 6 (1998) 1–14.
/// </remarks>
public static class ArmAssignment
{
    /// <summary>One of <paramref name="arms"/>.</summary>
    /// <param name="player">Who plays; whatever names a player for good.</param>
    /// <param name="night">Which night it is, so that players are dealt anew on the next one.</param>
    /// <param name="arms">The arms' names.</param>
    /// <exception cref="ArgumentException">There is no arm.</exception>
    public static string Of(string player, string night, IReadOnlyList<string> arms) => arms.Count > 0
        ? arms.MaxBy(arm => (Draw(player, night, arm), arm), Highest)!
        : throw new ArgumentException("There is no arm to assign.", nameof(arms));

    private static readonly Comparer<(ulong Draw, string Arm)> Highest = Comparer<(ulong Draw, string Arm)>.Create(
        (one, other) => one.Draw != other.Draw ? one.Draw.CompareTo(other.Draw) : string.CompareOrdinal(one.Arm, other.Arm));

    // The lengths keep "ab" on night "c" apart from "a" on night "bc".
    private static ulong Draw(string player, string night, string arm) => BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{player.Length}:{player}{night.Length}:{night}{arm}"))));
}
