using System.Security.Cryptography;
using System.Text;

namespace GameNight.Identity.Names;

/// <summary>
/// The public id of a player, in charts and addresses: eight hexadecimal digits of a SHA-256 hash, which do not give away the id in
/// the cookie.
/// </summary>
public static class PlayerHandle
{
    /// <param name="player">The player's id.</param>
    public static string Of(string player) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(player)).AsSpan(0, 4));
}
