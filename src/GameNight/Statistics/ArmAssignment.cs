using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace GameNight.Statistics;

/// <summary>
/// Assigns an arm to each player for a night: always the same one, on every machine, and each arm to an equal share of players.
/// </summary>
/// <remarks>
/// Rendezvous hashing: the player, the night and the arm's name are hashed to a number, and the arm with the highest number is
/// assigned. So the order of the arms does not matter, only the players of a removed arm change arms, and an added arm takes an
/// equal share of each other one's players. D. G. Thaler, C. V. Ravishankar, "Using name-based mappings to increase hit rates",
/// IEEE/ACM Transactions on Networking 6 (1998) 1–14.
/// </remarks>
public static class ArmAssignment
{
    /// <summary>The arm of a player, one of <paramref name="arms"/>.</summary>
    /// <param name="player">A name of the player that never changes.</param>
    /// <param name="night">A name of the night; players are assigned anew each night.</param>
    /// <param name="arms">The names of the arms, in any order.</param>
    /// <exception cref="ArgumentException"><paramref name="arms"/> is empty.</exception>
    public static string Of(string player, string night, IReadOnlyList<string> arms) => arms.Count > 0
        ? arms.MaxBy(arm => (Hash(player, night, arm), arm), ByHash)!
        : throw new ArgumentException("There is no arm to assign.", nameof(arms));

    private static readonly Comparer<(ulong Hash, string Arm)> ByHash = Comparer<(ulong Hash, string Arm)>.Create(
        (one, other) => one.Hash != other.Hash ? one.Hash.CompareTo(other.Hash) : string.CompareOrdinal(one.Arm, other.Arm));

    private static ulong Hash(string player, string night, string arm)
    {
        // The lengths keep player "ab" on night "c" apart from player "a" on night "bc".
        var text = string.Create(CultureInfo.InvariantCulture, $"{player.Length}:{player}{night.Length}:{night}{arm}");
        return BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
