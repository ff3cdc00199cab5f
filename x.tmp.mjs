import { zip } from '@cj-tech-master/excelts/archive';
import {createWriteStream, statSync} from 'node:fs';
import { Readable } from 'node:stream'; import {pipeline} from 'node:stream/promises';
const t=Date.now(); let peak=0; const iv=setInterval(()=>{peak=Math.max(peak,process.memoryUsage().rss)},50);
const base=process.memoryUsage().rss;
const esc=(s)=>/[<>&"]/.test(s)?s.replace(/&/g,'&amp;').replace(/</g,'&lt;').replace(/>/g,'&gt;'):s;
async function* sheet(){
 let b='<sheetData>';
 for(let i=0;i<100000;i++){
  b+='<row>'; for(const v of [`2026-${i}`,'=HYPERLINK("x")','Cải cách thủ tục hành chính cấp xã số '+i,'Nguyễn Văn An; Trần Thị Bình','Phòng Nội vụ','Đã nộp']) b+='<c t="inlineStr" s="1"><is><t xml:space="preserve">'+esc(v)+'</t></is></c>';
  for(const v of [45000.2,45000.5,45001,i/3,i,0.5]) b+='<c s="2"><v>'+v+'</v></c>';
  b+='</row>'; if(b.length>65536){ yield Buffer.from(b); b='';}
 }
 yield Buffer.from(b+'</sheetData>');
}
const z=zip({level:6});
z.add('xl/worksheets/sheet1.xml', sheet(), {level:+process.argv[2]||6});
await pipeline(Readable.from(z.stream()), createWriteStream('/tmp/dossiers/y.zip'));
clearInterval(iv);
console.log(Date.now()-t,'ms', (base/1e6)|0, (peak/1e6)|0, statSync('/tmp/dossiers/y.zip').size);
