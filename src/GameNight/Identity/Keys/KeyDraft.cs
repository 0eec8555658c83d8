using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Internal;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;

namespace GameNight.Identity.Keys;

/// <summary>
/// Makes the key that a table lacks, without anybody signing with it yet: another game may be first to put one there.
/// </summary>
internal sealed class KeyDraft(
    IOptions<KeyManagementOptions> options, IActivator activator, TimeProvider clock, ILoggerFactory loggers)
{
    /// <summary>The keys, and one more where none of them may sign now.</summary>
    public IReadOnlyCollection<XElement> Complete(IEnumerable<XElement> keys)
    {
        var draft = new Elements(keys);
        var manager = new XmlKeyManager(
            Options.Create(new KeyManagementOptions
            {
                XmlRepository = draft,
                AuthenticatedEncryptorConfiguration = options.Value.AuthenticatedEncryptorConfiguration,
            }),
            activator, loggers);
        var now = clock.GetUtcNow();
        if (!manager.GetAllKeys().Any(key => !key.IsRevoked && key.ActivationDate <= now && now < key.ExpirationDate))
            manager.CreateNewKey(now, now + options.Value.NewKeyLifetime);
        return draft.GetAllElements();
    }

    private sealed class Elements(IEnumerable<XElement> keys) : IXmlRepository
    {
        private readonly List<XElement> _all = [.. keys];

        public IReadOnlyCollection<XElement> GetAllElements() => [.. _all];

        public void StoreElement(XElement element, string friendlyName) => _all.Add(element);
    }
}
