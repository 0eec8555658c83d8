using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;

namespace GameNight.Identity.Erasure;

/// <summary>What players had asked to be deleted at one moment. It does not change.</summary>
/// <param name="requests">By the keyed hash of the player.</param>
/// <param name="secret">The key of the hash; null where nobody has ever asked.</param>
public sealed class ErasureList(FrozenDictionary<string, ErasureRequest> requests, byte[]? secret)
{
    public static readonly ErasureList Empty = new(FrozenDictionary<string, ErasureRequest>.Empty, secret: null);

    /// <summary>Every request, by the keyed hash of its player.</summary>
    public IReadOnlyDictionary<string, ErasureRequest> Requests => requests;

    /// <summary>The request of a player; null where there is none.</summary>
    public ErasureRequest? Find(string player) =>
        requests.Count > 0 && secret is not null ? requests.GetValueOrDefault(Hash(secret, player)) : null;

    /// <summary>The keyed hash of a player's id (HMAC-SHA256, RFC 2104).</summary>
    internal static string Hash(byte[] secret, string player) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(player)));
}
