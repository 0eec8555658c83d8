using System.Security.Cryptography;
using System.Text;

namespace GameNight.Identity.Names;

/// <summary>
/// By what a player is known in charts and addresses: eight hexadecimal digits that say nothing of the cookie or of who it is.
/// </summary>
public static class PlayerHandle
{
    public static string Of(string player) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(player)).AsSpan(0, 4));
}
