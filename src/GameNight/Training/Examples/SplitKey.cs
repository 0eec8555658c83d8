using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace GameNight.Training.Examples;

/// <summary>
/// The secret by which players are assigned to the parts of a split: without it, nobody can choose the part by choosing a name.
/// </summary>
/// <param name="secret">At least 16 bytes.</param>
/// <remarks>HMAC: H. Krawczyk, M. Bellare, R. Canetti, RFC 2104 (1997).</remarks>
public sealed class SplitKey(byte[] secret)
{
    /// <summary>The player's place among all, the same each time and in every process that has the secret.</summary>
    internal ulong Place(string player) =>
        BinaryPrimitives.ReadUInt64BigEndian(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(player)));
}
